/** JSON (RFC 8259): a strict reader, a writer, and what a codec is. */
@NullMarked
package dev.covet.base.json;

import org.jspecify.annotations.NullMarked;
