/** Codecs of scalars and of what holds values, and what those of records are made of. */
@NullMarked
package dev.covet.base.codec;

import org.jspecify.annotations.NullMarked;
