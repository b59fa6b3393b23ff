package dev.covet.resilience;

import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Metrics;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets so many calls run at a time; nobody waits. Thread-safe. */
final class BulkheadLayer implements Layer {
  private final Semaphore places;
  private final Counter refused;

  BulkheadLayer(ProtectionTerm.Places term, Metrics metrics) {
    this.places = new Semaphore(term.calls());
    this.refused = metrics.counter("bulkhead_refused_total", "bulkhead", term.name());
    metrics.gauge(
        "bulkhead_calls", () -> term.calls() - places.availablePermits(), "bulkhead", term.name());
  }

  @Override
  public <T extends @Nullable Object> T call(Progress progress, Callable<T> inner)
      throws Exception {
    if (!places.tryAcquire()) {
      refused.add(1);
      throw new BulkheadFull();
    }
    try {
      return inner.call();
    } finally {
      places.release();
    }
  }
}
