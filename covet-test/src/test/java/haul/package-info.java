/** A service for bodies that are larger than its memory, and what is asked of it. */
@NullMarked
package haul;

import org.jspecify.annotations.NullMarked;
