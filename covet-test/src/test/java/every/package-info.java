/** An app with a value of each scalar type. */
@NullMarked
package every;

import org.jspecify.annotations.NullMarked;
