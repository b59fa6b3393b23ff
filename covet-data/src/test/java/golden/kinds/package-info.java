/** A table with a column of every type. */
@NullMarked
package golden.kinds;

import org.jspecify.annotations.NullMarked;
