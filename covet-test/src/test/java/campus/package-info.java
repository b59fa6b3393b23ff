/** A campus, whose tables have keys and relations of every kind; the front-door suite tries it. */
@NullMarked
package campus;

import org.jspecify.annotations.NullMarked;
