/** Writes how the values of a request are found and checked, for handlers and providers. */
@NullMarked
package dev.covet.processor.emit.bind;

import org.jspecify.annotations.NullMarked;
