/** {@code covet new}: a project as one would have written it by hand. */
@NullMarked
package dev.covet.cli.create;

import org.jspecify.annotations.NullMarked;
