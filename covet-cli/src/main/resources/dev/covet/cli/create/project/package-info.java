/** Items and their prices. */
@NullMarked
package @name@;

import org.jspecify.annotations.NullMarked;
