package dev.covet.resilience;

import dev.covet.gen.Checked;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls by terms: within a rate, so many at a time, in a time, again if they fail, and not at
 * all while too many have failed. Asked for at {@link Resilience}. Thread-safe.
 */
public final class Protection {
  private final Optional<RateLimiting> rate;
  private final List<Layer> layers;

  Protection(Resilience resilience, ProtectionTerms terms) {
    this.rate = resilience.limiting(terms);
    this.layers = resilience.layers(terms);
  }

  /**
   * Makes a call for all callers together. What it throws, checked exceptions too, is thrown on.
   *
   * @throws dev.covet.api.TooManyRequests if it is over its rate
   * @throws BulkheadFull if as many run as may
   * @throws DeadlinePassed if it took too long
   * @throws CircuitBreakerOpen if it is not made, since too many have failed
   */
  public <T extends @Nullable Object> T call(Callable<T> work) {
    try {
      rate.ifPresent(RateLimiting::call);
      return within(work);
    } catch (Exception e) {
      throw Checked.rethrow(e);
    }
  }

  /** As {@link #call}, but for the rate, which whoever calls has seen to. */
  <T extends @Nullable Object> T within(Callable<T> work) throws Exception {
    return within(0, new Layer.Progress(), work);
  }

  private <T extends @Nullable Object> T within(
      int layer, Layer.Progress progress, Callable<T> work) throws Exception {
    return layer == layers.size()
        ? work.call()
        : layers.get(layer).call(progress, () -> within(layer + 1, progress, work));
  }

  /** Whether nothing stands around calls but the rate. */
  boolean isOpen() {
    return layers.isEmpty();
  }
}
