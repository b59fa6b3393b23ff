/** A small bank, whose transfers refer to accounts twice; the front-door suite tries it. */
@NullMarked
package bank;

import org.jspecify.annotations.NullMarked;
