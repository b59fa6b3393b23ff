/** Values of header fields, as they may be written. */
@NullMarked
package dev.covet.header;

import org.jspecify.annotations.NullMarked;
