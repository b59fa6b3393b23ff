package dev.covet.data.sqlite;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** When something must be over. Thread-safe. */
final class TimeLimit implements AutoCloseable {
  private volatile long atNanos;
  private final BooleanSupplier isOver;
  private final Runnable action;
  private final Consumer<TimeLimit> forget;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean isClosed;

  /**
   * A limit.
   *
   * @param isOver whether it is time already
   */
  TimeLimit(long atNanos, BooleanSupplier isOver, Runnable action, Consumer<TimeLimit> forget) {
    this.atNanos = atNanos;
    this.isOver = isOver;
    this.action = action;
    this.forget = forget;
  }

  /**
   * Does what is to be done if it is time, again and again until this is closed: a statement that
   * was about to begin when it was to be stopped would run on for ever.
   */
  void look(long nowNanos) {
    if (nowNanos - atNanos < 0 && !isOver.getAsBoolean()) return;
    lock.lock();
    try {
      if (!isClosed) action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Its time is over now. */
  void end() {
    atNanos = System.nanoTime();
    look(atNanos);
  }

  /** From now on nothing will be done: what was kept may belong to somebody else. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      forget.accept(this);
    } finally {
      lock.unlock();
    }
  }
}
