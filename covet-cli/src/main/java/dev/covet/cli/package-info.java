/** The commands of a user's project: {@code covet new}, {@code dev}, {@code openapi}. */
@NullMarked
package dev.covet.cli;

import org.jspecify.annotations.NullMarked;
