package dev.covet.base.loop;

import io.netty.util.internal.OutOfDirectMemoryError;

/**
 * Errors of the JVM itself, after which nothing can be relied on. They are handed to the uncaught
 * handler of the thread: whoever runs the process ends it there. A stack overflow is the request's
 * own fault, and when Netty's share of direct memory is used up, that ends one connection.
 */
public final class FatalErrors {
  private FatalErrors() {}

  /** Whether it is one of them. */
  public static boolean isFatal(Throwable thrown) {
    return thrown instanceof VirtualMachineError
        && !(thrown instanceof StackOverflowError)
        && !(thrown instanceof OutOfDirectMemoryError);
  }

  /** Throws an error of the JVM on. */
  public static void pass(Throwable thrown) {
    if (isFatal(thrown) && thrown instanceof Error fatal) throw fatal;
  }

  /** Tells the uncaught handler of an error that could not be thrown on, since Netty caught it. */
  public static void tell(Throwable caught) {
    if (isFatal(caught)) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, caught);
    }
  }
}
