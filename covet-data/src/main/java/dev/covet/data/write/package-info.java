/** Rows that are written: the values that they get, and what is said of those that cannot be. */
@NullMarked
package dev.covet.data.write;

import org.jspecify.annotations.NullMarked;
