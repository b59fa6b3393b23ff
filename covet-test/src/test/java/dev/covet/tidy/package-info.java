/** The rules of this repository's own sources, held by {@link dev.covet.tidy.TidyTest}. */
@NullMarked
package dev.covet.tidy;

import org.jspecify.annotations.NullMarked;
