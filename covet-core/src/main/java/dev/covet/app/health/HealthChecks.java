package dev.covet.app.health;

import dev.covet.base.inject.Scope;
import dev.covet.base.observe.LoggedFault;
import dev.covet.gen.Hook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whether all is well that an app needs: its checks at the same time, each in a thread of its
 * own, at most once a second however many ask. Thread-safe.
 */
public final class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.health");

  /** Anybody may ask, and each check costs something. */
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Supplier<Scope> scopes;
  private final Duration most;
  private final InstantSource clock;
  private final List<Check> checks;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean isKnown;
  private long askedMillis;
  private boolean isWell;

  /**
   * Asks these.
   *
   * @param scopes opens what a check has its services from
   * @param most how long all of them may take
   */
  public HealthChecks(
      Supplier<Scope> scopes, Duration most, InstantSource clock, List<Hook> checks) {
    this.scopes = scopes;
    this.most = most;
    this.clock = clock;
    this.checks = checks.stream().map(Check::new).toList();
  }

  /** Whether every check was well, now or within the last second. */
  boolean areWell() {
    if (!isMineInTime()) return false;
    try {
      if (!isKnown || Math.abs(clock.millis() - askedMillis) >= KEPT.toMillis()) {
        isWell = ask();
        isKnown = true;
        askedMillis = clock.millis();
      }
      return isWell;
    } finally {
      lock.unlock();
    }
  }

  /** Whoever asks meanwhile gets the same answer; nobody waits longer than the checks may take. */
  private boolean isMineInTime() {
    try {
      return lock.tryLock(2 * most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean ask() {
    var end = System.nanoTime() + most.toNanos();
    checks.forEach(check -> check.start(scopes));
    var well = true;
    for (var check : checks) well &= check.isWell(end);
    return well;
  }

  /** One check. Used by whoever holds the lock. */
  private static final class Check {
    private final Hook hook;
    private @Nullable FutureTask<Boolean> task;
    private @Nullable Thread thread;
    private boolean wasWell = true;

    Check(Hook hook) {
      this.hook = hook;
    }

    /** One that hangs, even when it is interrupted, is not asked anew. */
    void start(Supplier<Scope> scopes) {
      if (thread != null && thread.isAlive()) return;
      var work =
          new FutureTask<>(() -> {
            try (var scope = scopes.get()) {
              hook.task().run(scope);
            }
            return true;
          });
      task = work;
      thread = Thread.ofVirtual().name("covet-health-" + hook.name()).start(work);
    }

    boolean isWell(long endNanos) {
      var failure = failure(endNanos);
      if (failure != null && wasWell) {
        LOG.atWarn()
            .addKeyValue("check", hook.name())
            .setCause(LoggedFault.of(failure))
            .log("health_check_failed");
      } else if (failure == null && !wasWell) {
        LOG.atInfo().addKeyValue("check", hook.name()).log("health_check_recovered");
      }
      wasWell = failure == null;
      return wasWell;
    }

    private @Nullable Throwable failure(long endNanos) {
      var asked = task;
      if (asked == null) return null;
      try {
        var left = Math.max(0, endNanos - System.nanoTime());
        return asked.get(left, TimeUnit.NANOSECONDS) ? null : new IllegalStateException();
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (TimeoutException | CancellationException e) {
        asked.cancel(true);
        return e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return e;
      }
    }
  }
}
