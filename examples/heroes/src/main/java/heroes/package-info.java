/** Heroes and their teams. */
@NullMarked
package heroes;

import org.jspecify.annotations.NullMarked;
