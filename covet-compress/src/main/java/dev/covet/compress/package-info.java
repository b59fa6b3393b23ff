/** The content codings br and zstd, which {@code Compress} finds by itself. */
@NullMarked
package dev.covet.compress;

import org.jspecify.annotations.NullMarked;
