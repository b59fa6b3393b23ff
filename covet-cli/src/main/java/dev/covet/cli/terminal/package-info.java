/** What the commands print. */
@NullMarked
package dev.covet.cli.terminal;

import org.jspecify.annotations.NullMarked;
