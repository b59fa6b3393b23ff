/** Types whose simple names other packages have, too. */
@NullMarked
package kinds.one;

import org.jspecify.annotations.NullMarked;
