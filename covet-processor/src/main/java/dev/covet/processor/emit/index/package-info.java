/** Writes the index of a compilation and the marks that other compilations read. */
@NullMarked
package dev.covet.processor.emit.index;

import org.jspecify.annotations.NullMarked;
