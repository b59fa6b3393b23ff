/** A small shop, written as a user would write it; the front-door suite tries it. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
