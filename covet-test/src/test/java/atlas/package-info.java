/** Lists that clients sort and walk through, written as a user would write them. */
@NullMarked
package atlas;

import org.jspecify.annotations.NullMarked;
