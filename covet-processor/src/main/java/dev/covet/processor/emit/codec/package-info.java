/** Writes codecs of records and enums: read, write, check, describe. */
@NullMarked
package dev.covet.processor.emit.codec;

import org.jspecify.annotations.NullMarked;
