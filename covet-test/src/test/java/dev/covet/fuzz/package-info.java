/** What a fuzzer sends, and what it once found; {@code ./covet soak fuzz} runs it. */
@NullMarked
package dev.covet.fuzz;

import org.jspecify.annotations.NullMarked;
