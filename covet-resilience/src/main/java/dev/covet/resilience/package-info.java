/** Limits, deadlines, retries, bulkheads, circuit breakers and idempotency keys. */
@NullMarked
package dev.covet.resilience;

import org.jspecify.annotations.NullMarked;
