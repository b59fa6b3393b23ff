/** Tests of {@code covet new} and of the script that it writes. */
@NullMarked
package dev.covet.cli.create;

import org.jspecify.annotations.NullMarked;
