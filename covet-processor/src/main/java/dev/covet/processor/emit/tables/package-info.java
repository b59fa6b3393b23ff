/** Writes tables and projections. */
@NullMarked
package dev.covet.processor.emit.tables;

import org.jspecify.annotations.NullMarked;
