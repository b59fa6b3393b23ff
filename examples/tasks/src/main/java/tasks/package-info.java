/**
 * Tasks of several users: {@code routes} knows HTTP, {@code service} the rules of the business,
 * {@code data} the rows. Each uses only those after it.
 */
@NullMarked
@Naming(SNAKE_CASE)
package tasks;

import static dev.covet.api.Case.SNAKE_CASE;

import dev.covet.api.Naming;
import org.jspecify.annotations.NullMarked;
