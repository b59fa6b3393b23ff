package dev.covet.data.sqlite;

import dev.covet.data.driver.Link;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One writer's work, while it waits to be done, by its own thread or another's. */
final class Ticket<R extends @Nullable Object> {
  private final Function<Link, R> work;
  private final boolean isOne;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean leads;
  private volatile boolean isDone;
  private @Nullable R result;
  private @Nullable Throwable failure;

  /**
   * A writer's work.
   *
   * @param isOne whether it is one statement, behind which nothing is to be undone
   */
  Ticket(Function<Link, R> work, boolean isOne) {
    this.work = work;
    this.isOne = isOne;
  }

  boolean isOne() {
    return isOne;
  }

  void run(Link link) {
    result = work.apply(link);
  }

  /** Tells the waiting thread to lead the next batch. */
  void lead() {
    leads = true;
    news.release();
  }

  /** Keeps why the work failed, until the batch ends. */
  void fail(Throwable why) {
    failure = why;
  }

  /**
   * Tells the waiting thread that it may go on.
   *
   * @param why what undid the whole batch; null if it was committed
   */
  void end(@Nullable Throwable why) {
    if (why != null && failure == null) failure = why;
    isDone = true;
    news.release();
  }

  boolean leads() {
    return leads;
  }

  boolean isDone() {
    return isDone;
  }

  /** Waits until it leads or is done; false if neither came in time. */
  boolean awaitNews(long nanosMax) {
    try {
      return news.tryAcquire(nanosMax, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until it is done, interrupted or not: a batch that has it will end. */
  void awaitEnd() {
    while (!isDone) news.acquireUninterruptibly();
  }

  @SuppressWarnings("NullAway") // the work has set it, or failed
  R result() {
    return switch (failure) {
      case null -> result;
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failure);
    };
  }
}
