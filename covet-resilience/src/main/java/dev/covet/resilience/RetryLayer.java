package dev.covet.resilience;

import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Metrics;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call again that failed, as long as there is something left of the budget: a tenth of all
 * calls, and a few more. Waits a random time before each attempt but the first. Thread-safe.
 */
final class RetryLayer implements Layer {
  /** What one more attempt costs; a call adds one. */
  private static final int COST = 10;

  /** How many attempts are there before there were any calls, and the most that are saved up. */
  private static final int SAVED_MAX = 10;

  /** The longest time before the second attempt, in milliseconds; doubled for each further one. */
  private static final long WAIT_MILLIS = 100;

  private static final long WAIT_MILLIS_MAX = 2_000;

  private final int attempts;
  private final AtomicInteger budget = new AtomicInteger(SAVED_MAX * COST);
  private final Counter repeated;
  private final Counter refused;

  RetryLayer(ProtectionTerm.Attempts term, Metrics metrics) {
    this.attempts = term.most();
    this.repeated = metrics.counter("retries_total", "retry", term.name());
    this.refused = metrics.counter("retries_refused_total", "retry", term.name());
  }

  @Override
  public <T extends @Nullable Object> T call(Progress progress, Callable<T> inner)
      throws Exception {
    budget.updateAndGet(saved -> Math.min(saved + 1, SAVED_MAX * COST));
    for (var attempt = 1; ; attempt++) {
      var begun = System.nanoTime();
      try {
        return inner.call();
      } catch (Exception failed) {
        var nanos = System.nanoTime() - begun;
        var outcome = progress.isLate() ? Outcome.GIVEN_UP : Outcome.of(failed, nanos, false);
        waitBefore(attempt + 1, outcome, failed);
      }
    }
  }

  /** Waits before a further attempt; throws what the last one threw if there is to be none. */
  private void waitBefore(int attempt, Outcome outcome, Exception failed) throws Exception {
    var isWorthIt = outcome == Outcome.FAILED && Outcome.isRepeatable(failed);
    if (!isWorthIt || attempt > attempts || !pays()) throw failed;
    repeated.add(1);
    pause(attempt, failed);
  }

  private boolean pays() {
    var before = budget.getAndUpdate(saved -> saved >= COST ? saved - COST : saved);
    if (before < COST) refused.add(1);
    return before >= COST;
  }

  private static void pause(int attempt, Exception failed) throws Exception {
    var most = Math.min(WAIT_MILLIS << (attempt - 2), WAIT_MILLIS_MAX);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed;
    }
  }
}
