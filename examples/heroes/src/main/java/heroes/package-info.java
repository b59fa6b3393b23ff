/** Heroes and their teams. */
@NullMarked
@Naming(SNAKE_CASE)
package heroes;

import static dev.covet.api.Case.SNAKE_CASE;

import dev.covet.api.Naming;
import org.jspecify.annotations.NullMarked;
