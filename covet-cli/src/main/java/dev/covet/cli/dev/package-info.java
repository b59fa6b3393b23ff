/** {@code covet dev}: runs a program, and the next version of it after each edit. */
@NullMarked
package dev.covet.cli.dev;

import org.jspecify.annotations.NullMarked;
