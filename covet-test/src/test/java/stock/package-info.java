/** What holds several values, written as a user would write it; the front-door suite tries it. */
@NullMarked
package stock;

import org.jspecify.annotations.NullMarked;
