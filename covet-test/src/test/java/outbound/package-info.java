/** A program that calls another service. */
@NullMarked
package outbound;

import org.jspecify.annotations.NullMarked;
