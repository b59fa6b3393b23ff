/** A desk that takes values from every part of a request, written as a user would write it. */
@NullMarked
package desk;

import org.jspecify.annotations.NullMarked;
