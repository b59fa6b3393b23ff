/**
 * Turns plain models into source text. Knows nothing of the compiler, so it is tested without one.
 */
@NullMarked
package dev.covet.processor.emit;

import org.jspecify.annotations.NullMarked;
