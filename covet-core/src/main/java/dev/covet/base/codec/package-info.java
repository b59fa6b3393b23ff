/** Codecs: of scalars, of what holds values of other codecs, and what those of records are made of. */
@NullMarked
package dev.covet.base.codec;

import org.jspecify.annotations.NullMarked;
