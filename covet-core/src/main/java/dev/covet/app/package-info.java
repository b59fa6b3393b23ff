/** The front door: puts an application together. */
@NullMarked
package dev.covet.app;

import org.jspecify.annotations.NullMarked;
