/** Tests of the heroes service. */
@NullMarked
package heroes;

import org.jspecify.annotations.NullMarked;
