package dev.covet.web.middleware;

import org.jspecify.annotations.Nullable;

/**
 * An exception as a log line may show it: its stack, and its message on one line. A message can
 * hold what a client sent, which must not be able to write lines of its own.
 */
final class LoggedFault extends Exception {
  private static final long serialVersionUID = 1;

  /** The longest chain of causes that is shown. */
  private static final int CAUSES_MAX = 20;

  private LoggedFault(Throwable fault, int depth) {
    super(LogText.safe(fault.toString()), cause(fault, depth));
    setStackTrace(fault.getStackTrace());
  }

  private static @Nullable Throwable cause(Throwable fault, int depth) {
    var cause = fault.getCause();
    return cause == null || depth == CAUSES_MAX ? null : new LoggedFault(cause, depth + 1);
  }

  /** The exception itself where all its messages can be shown as they are. */
  static Throwable of(Throwable fault) {
    var depth = 0;
    for (var cause = fault; cause != null && depth < CAUSES_MAX; cause = cause.getCause()) {
      if (!LogText.isSafe(String.valueOf(cause.getMessage()))) return new LoggedFault(fault, 0);
      depth++;
    }
    return fault;
  }
}
