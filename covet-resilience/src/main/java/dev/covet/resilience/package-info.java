/** Limits, deadlines, retries, bulkheads and circuit breakers. */
@NullMarked
package dev.covet.resilience;

import org.jspecify.annotations.NullMarked;
