package dev.covet.web.server;

import io.netty.util.internal.OutOfDirectMemoryError;

/**
 * Errors of the JVM itself, after which nothing can be relied on (security.md, Reliability). They
 * are handed to the uncaught handler of the thread: whoever runs the process ends it there. A stack
 * overflow is the request's own fault, and when Netty's share of direct memory is used up, that
 * ends one connection.
 */
final class FatalErrors {
  private FatalErrors() {}

  static boolean isFatal(Throwable thrown) {
    return thrown instanceof VirtualMachineError
        && !(thrown instanceof StackOverflowError)
        && !(thrown instanceof OutOfDirectMemoryError);
  }

  /** Throws an error of the JVM on. */
  static void pass(Throwable thrown) {
    if (isFatal(thrown) && thrown instanceof Error fatal) throw fatal;
  }

  /** Tells the uncaught handler of an error that could not be thrown on, since Netty caught it. */
  static void tell(Throwable caught) {
    if (isFatal(caught)) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, caught);
    }
  }
}
