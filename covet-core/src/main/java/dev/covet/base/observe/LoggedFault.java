package dev.covet.base.observe;

import dev.covet.base.config.UrlSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  /** A frame of Covet, its server or the JDK. */
  private static final Predicate<String> CALLER =
      Pattern.compile("\tat (?:\\S*/)?(?:dev\\.covet|io\\.netty|java|jdk)\\.").asPredicate();

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

  /**
   * A printed stack without the frames that called the program: those below the last one that is
   * not of Covet or the JDK, in each of its parts. All of it where no frame is the program's.
   */
  public static String withoutCallers(String stack) {
    var shown = new ArrayList<String>();
    var own = 0; // lines up to the last frame of the program, in this part
    for (var line : stack.lines().toList()) {
      var isFrame = line.startsWith("\t");
      if (!isFrame) {
        cut(shown, own);
        own = 0;
      }
      shown.add(line);
      if (isFrame && !line.startsWith("\t...") && !CALLER.test(line)) own = shown.size();
    }
    cut(shown, own);
    return String.join("\n", shown);
  }

  private static void cut(List<String> lines, int own) {
    if (own > 0) lines.subList(own, lines.size()).clear();
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
