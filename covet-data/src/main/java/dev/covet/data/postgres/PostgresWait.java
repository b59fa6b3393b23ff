package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.LoopWait;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** The wait of a thread for one answer, and how it ends: with it, or because its time is over. */
final class PostgresWait {
  /** How long the answer to a statement that was cancelled may take. */
  private static final long CANCELLED_NANOS_MAX = Duration.ofSeconds(1).toNanos();

  private enum State {
    WAITING,
    CANCELLED,
    GIVEN_UP,
    OVER
  }

  private final LoopWait wait;
  private final boolean isStoppable;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile long end;

  /**
   * A wait.
   *
   * @param loop that delivers the answer
   * @param nanosMax how long the answer may take
   */
  PostgresWait(Loop loop, long nanosMax) {
    this(loop, nanosMax, true);
  }

  private PostgresWait(Loop loop, long nanosMax, boolean isStoppable) {
    this.wait = new LoopWait(loop);
    this.isStoppable = isStoppable;
    this.end = System.nanoTime() + nanosMax;
  }

  /** One that no interruption stops: the statement ends a transaction. */
  static PostgresWait toItsEnd(Loop loop, long nanosMax) {
    return new PostgresWait(loop, nanosMax, false);
  }

  /** The answer is there; from any thread. */
  void signal() {
    wait.signal();
  }

  /** Waits until the answer is there, or is given up. */
  void until(BooleanSupplier isThere) throws InterruptedException {
    wait.until(() -> isThere.getAsBoolean() || state.get() == State.GIVEN_UP);
  }

  /** Whether its time is over. */
  boolean isLate() {
    return System.nanoTime() - end > 0;
  }

  /** Whether the statement is to be cancelled now because its thread was interrupted. */
  boolean stops() {
    return isStoppable && cancels();
  }

  /** Whether the statement is to be cancelled now, by whoever is told so. */
  boolean cancels() {
    if (!state.compareAndSet(State.WAITING, State.CANCELLED)) return false;
    end = System.nanoTime() + CANCELLED_NANOS_MAX;
    return true;
  }

  /** Whether the answer is given up now, by whoever is told so: not even the cancel brought it. */
  boolean givesUp() {
    if (!state.compareAndSet(State.CANCELLED, State.GIVEN_UP)) return false;
    wait.signal();
    return true;
  }

  /** Ends it; whether nobody has cancelled the statement, nor will. */
  boolean ends() {
    return state.getAndSet(State.OVER) == State.WAITING;
  }
}
