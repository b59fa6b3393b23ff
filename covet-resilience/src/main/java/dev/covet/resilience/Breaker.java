package dev.covet.resilience;

import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Metrics;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses calls for a while once many have failed, and then lets a few through to see. A failure is
 * an exception, but for an {@code ApiError} by which a client is told that it erred. Thread-safe.
 */
public final class Breaker implements Layer {
  /** Fewer calls within the window say nothing. */
  private static final int CALLS_MIN = 20;

  /** Over how long calls are counted, in seconds. */
  private static final int WINDOW_SECONDS = 10;

  /** Calls that are let through when the breaker has been open long enough. */
  private static final int TRIALS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

  private final String name;
  private final Duration open;
  private final Ticks ticks;
  private final CircuitBreaker breaker;
  private final Counter succeeded;
  private final Counter failed;
  private final Counter refused;
  private volatile long openedNanos;
  private volatile long halfOpenedNanos;

  Breaker(ProtectionTerm.Breaking term, Ticks ticks, Metrics metrics) {
    this.name = term.name();
    this.open = term.open();
    this.ticks = ticks;
    this.breaker = CircuitBreaker.of(name, config(term, clock(ticks)));
    this.succeeded = counter(metrics, "succeeded");
    this.failed = counter(metrics, "failed");
    this.refused = counter(metrics, "refused");
    metrics.gauge("circuit_breaker_state", this::level, "breaker", name);
    metrics.gauge("circuit_breaker_failure_percent", this::failurePercent, "breaker", name);
    breaker
        .getEventPublisher()
        .onStateTransition(event -> moved(event.getStateTransition().getToState()));
  }

  private Counter counter(Metrics metrics, String outcome) {
    return metrics.counter("circuit_breaker_calls_total", "breaker", name, "outcome", outcome);
  }

  private static CircuitBreakerConfig config(ProtectionTerm.Breaking term, Clock clock) {
    return CircuitBreakerConfig.custom()
        .clock(clock)
        .slidingWindow(WINDOW_SECONDS, CALLS_MIN, SlidingWindowType.TIME_BASED)
        .failureRateThreshold(term.failurePercent())
        .slowCallDurationThreshold(Duration.ofDays(1))
        .waitDurationInOpenState(term.open())
        .permittedNumberOfCallsInHalfOpenState(TRIALS)
        .writableStackTraceEnabled(false)
        .build();
  }

  /** All that the library is told of what a call threw. Costs little. */
  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure() {
      super(null, null, false, false);
    }
  }

  /** A clock that is never set. */
  private static Clock clock(Ticks ticks) {
    InstantSource source = () -> Instant.EPOCH.plusNanos(ticks.nanos());
    return source.withZone(ZoneOffset.UTC);
  }

  private void moved(CircuitBreaker.State to) {
    if (to == CircuitBreaker.State.OPEN) {
      openedNanos = ticks.nanos();
      LOG.atWarn().addKeyValue("breaker", name).log("circuit_breaker_opened");
    } else if (to == CircuitBreaker.State.HALF_OPEN) {
      halfOpenedNanos = ticks.nanos();
    } else if (to == CircuitBreaker.State.CLOSED) {
      LOG.atInfo().addKeyValue("breaker", name).log("circuit_breaker_closed");
    }
  }

  /** The name by which it was asked for. */
  public String name() {
    return name;
  }

  /** In which state it is. */
  public BreakerState state() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> BreakerState.OPEN;
      case HALF_OPEN -> BreakerState.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
    };
  }

  private double level() {
    return switch (state()) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  /** The share of failed calls in the last 10 seconds, in percent; 0 while they are too few. */
  public double failurePercent() {
    return Math.max(0, breaker.getMetrics().getFailureRate());
  }

  /**
   * Something that may fail.
   *
   * @param <T> what it gives
   * @param <E> the checked exceptions that it throws
   */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /**
   * Something that may fail and gives nothing.
   *
   * @param <E> the checked exceptions that it throws
   */
  @FunctionalInterface
  public interface Deed<E extends Exception> {
    /** Does it. */
    void run() throws E;
  }

  /**
   * Makes a call.
   *
   * @throws CircuitBreakerOpen if it is not made
   * @throws E what it throws itself
   */
  public <T extends @Nullable Object, E extends Exception> T call(Work<T, E> work)
      throws CircuitBreakerOpen, E {
    enter();
    return made(new Progress(), work);
  }

  /**
   * Makes a call that gives nothing.
   *
   * @throws CircuitBreakerOpen if it is not made
   * @throws E what it throws itself
   */
  public <E extends Exception> void run(Deed<E> deed) throws CircuitBreakerOpen, E {
    this.<@Nullable Void, E>call(() -> {
      deed.run();
      return null;
    });
  }

  @Override
  public <T extends @Nullable Object> T call(Progress progress, Callable<T> inner)
      throws Exception {
    enter();
    return made(progress, inner::call);
  }

  private void enter() {
    if (breaker.tryAcquirePermission()) return;
    refused.add(1);
    if (hangs()) breaker.transitionToOpenState();
    var left = open.toNanos() - (ticks.nanos() - openedNanos);
    throw new CircuitBreakerOpen(name, Duration.ofNanos(Math.max(1, left)));
  }

  /** Whether trials have not come to an end for too long. The state is seen before its time is. */
  private boolean hangs() {
    var since = halfOpenedNanos;
    return breaker.getState() == CircuitBreaker.State.HALF_OPEN
        && since - openedNanos > 0
        && ticks.nanos() - since >= open.toNanos();
  }

  private <T extends @Nullable Object, E extends Exception> T made(
      Progress progress, Work<T, E> work) throws E {
    var isTrial = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    var begun = System.nanoTime();
    try {
      var result = work.run();
      note(Outcome.ANSWERED, System.nanoTime() - begun, isTrial);
      return result;
    } catch (Exception | Error thrown) {
      var nanos = System.nanoTime() - begun;
      note(Outcome.of(thrown, nanos, progress.isLate()), nanos, isTrial);
      throw thrown;
    }
  }

  /** What began before it opened says nothing of now, and leaves the places of trials alone. */
  private void note(Outcome outcome, long nanos, boolean isTrial) {
    if (outcome != Outcome.GIVEN_UP) (outcome == Outcome.FAILED ? failed : succeeded).add(1);
    if (!isTrial && breaker.getState() == CircuitBreaker.State.HALF_OPEN) return;
    switch (outcome) {
      case FAILED -> breaker.onError(nanos, TimeUnit.NANOSECONDS, new Failure());
      case ANSWERED -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case GIVEN_UP -> breaker.releasePermission();
    }
  }
}
