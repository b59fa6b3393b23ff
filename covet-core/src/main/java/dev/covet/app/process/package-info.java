/** The process that an app runs in: its event loops, its first lines, its end. */
@NullMarked
package dev.covet.app.process;

import org.jspecify.annotations.NullMarked;
