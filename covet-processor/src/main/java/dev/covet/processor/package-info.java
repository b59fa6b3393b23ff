/** Compile time: read, then check, then emit. */
@NullMarked
package dev.covet.processor;

import org.jspecify.annotations.NullMarked;
