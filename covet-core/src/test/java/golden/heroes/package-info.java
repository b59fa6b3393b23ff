@Naming(Case.SNAKE_CASE)
package golden.heroes;

import dev.covet.api.Case;
import dev.covet.api.Naming;
