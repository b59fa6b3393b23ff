/** Heroes, with the tables written by hand that the processor writes: the model for its output. */
@NullMarked
package golden.heroes;

import org.jspecify.annotations.NullMarked;
