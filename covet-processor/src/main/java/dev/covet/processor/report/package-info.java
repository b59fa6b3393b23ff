/** Tells findings to the compiler, each at its own line. */
@NullMarked
package dev.covet.processor.report;

import org.jspecify.annotations.NullMarked;
