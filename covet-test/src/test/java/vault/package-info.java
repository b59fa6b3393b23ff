/** Rows with every kind of column, whose values clients send; the front-door suite tries them. */
@NullMarked
package vault;

import org.jspecify.annotations.NullMarked;
