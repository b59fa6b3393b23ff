/** Handlers that return each kind of answer there is. */
@NullMarked
package answers;

import org.jspecify.annotations.NullMarked;
