/** A league that asks in SQL of its own; the front-door suite tries it on both databases. */
@NullMarked
package league;

import org.jspecify.annotations.NullMarked;
