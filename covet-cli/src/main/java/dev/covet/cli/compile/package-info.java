/** Compiles a project's sources in this process, as far as they have changed. */
@NullMarked
package dev.covet.cli.compile;

import org.jspecify.annotations.NullMarked;
