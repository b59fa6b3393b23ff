/** A lodge with a door that knows who comes. */
@NullMarked
package lodge;

import org.jspecify.annotations.NullMarked;
