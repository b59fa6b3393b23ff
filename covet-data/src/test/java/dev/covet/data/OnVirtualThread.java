package dev.covet.data;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Does what a test asks as handlers do it. */
public final class OnVirtualThread {
  private OnVirtualThread() {}

  /** What the work returns, or throws. */
  public static <R> R call(Callable<R> work) throws Exception {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    try {
      return task.get();
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        case null, default -> throw failure;
      }
    }
  }
}
