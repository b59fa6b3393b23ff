/** JSON (RFC 8259): a strict reader, a writer, and codecs over them. */
@NullMarked
package dev.covet.base.json;

import org.jspecify.annotations.NullMarked;
