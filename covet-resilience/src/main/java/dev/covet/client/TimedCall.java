package dev.covet.client;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that has a limit on all of its time: names, connections, waiting, reading. It is done on a
 * virtual thread of its own, where an interrupt ends whatever it waits for.
 */
final class TimedCall {
  private TimedCall() {}

  /**
   * Does the work, and waits for it.
   *
   * @throws TimeoutException if it is not done in time; it is interrupted then
   * @throws InterruptedException if this thread is interrupted; so is the work
   * @throws ExecutionException with what it threw
   */
  static <T> T within(Duration longest, Callable<T> work)
      throws TimeoutException, InterruptedException, ExecutionException {
    var task = new FutureTask<>(work);
    var thread = Thread.ofVirtual().name("http-call").start(task);
    try {
      return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!task.isDone()) thread.interrupt();
    }
  }
}
