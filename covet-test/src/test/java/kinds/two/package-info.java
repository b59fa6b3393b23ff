/** Types whose simple names other packages have, too. */
@NullMarked
package kinds.two;

import org.jspecify.annotations.NullMarked;
