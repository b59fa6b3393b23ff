package dev.covet.base.observe;

import dev.covet.base.config.UrlSecrets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exception as a log line may show it: its stack, and its message on one line, without the
 * passwords of URLs. A message can hold what a client sent, which must not be able to write lines
 * of its own.
 */
public final class LoggedFault extends Exception {
  private static final long serialVersionUID = 1;

  /** The longest chain of causes that is shown. */
  private static final int CAUSES_MAX = 20;

  private LoggedFault(Throwable fault, int depth) {
    super(UrlSecrets.hiddenIn(LogText.safe(fault.toString())), cause(fault, depth));
    setStackTrace(fault.getStackTrace());
    if (depth == CAUSES_MAX) return;
    for (var other : fault.getSuppressed()) addSuppressed(new LoggedFault(other, depth + 1));
  }

  private static @Nullable Throwable cause(Throwable fault, int depth) {
    var cause = fault.getCause();
    return cause == null || depth == CAUSES_MAX ? null : new LoggedFault(cause, depth + 1);
  }

  /** The exception itself where all its messages can be shown as they are. */
  public static Throwable of(Throwable fault) {
    return isSafe(fault, 0) ? fault : new LoggedFault(fault, 0);
  }

  private static boolean isSafe(Throwable fault, int depth) {
    if (depth == CAUSES_MAX) return false;
    var cause = fault.getCause();
    var message = String.valueOf(fault.getMessage());
    return LogText.isSafe(message)
        && UrlSecrets.hiddenIn(message).equals(message)
        && (cause == null || isSafe(cause, depth + 1))
        && Stream.of(fault.getSuppressed()).allMatch(other -> isSafe(other, depth + 1));
  }
}
