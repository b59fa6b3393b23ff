package dev.covet.base.config;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what an exception says, in words for whoever starts a program: without the name of a class.
 * Those belong into the log, with the stack.
 */
public final class Reason {
  /** Causes behind one another that are looked at. */
  private static final int DEPTH_MAX = 20;

  private static final String SEE_LOG = "see the log";

  private Reason() {}

  /** Whether there are words for it, so that nobody needs the log. */
  public static boolean isKnown(Throwable thrown) {
    return !of(thrown).equals(SEE_LOG);
  }

  /** The reason; of an exception without a text, that the log says more. */
  public static String of(Throwable thrown) {
    var told = told(thrown);
    return switch (told) {
      case NoSuchFileException e -> "there is no " + e.getFile();
      case AccessDeniedException e -> "access to " + e.getFile() + " is denied";
      case FileAlreadyExistsException e -> e.getFile() + " is there already";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      case UnresolvedAddressException _ -> "the host is not known";
      case UnknownHostException e -> "the host " + e.getMessage() + " is not known";
      case Invalid e -> text(e.message() + told(e.problems()));
      case OutOfMemoryError e -> "out of memory (" + e.getMessage() + ")";
      case StackOverflowError _ -> "calls that are too deep";
      case Throwable e -> text(e.getMessage());
    };
  }

  private static String told(List<Problem> problems) {
    return problems.stream()
        .map(each -> each.field() + " " + each.reason())
        .collect(Collectors.joining("; ", ": ", ""));
  }

  private static String text(@Nullable String message) {
    return message == null || message.isBlank() ? SEE_LOG : UrlSecrets.hiddenIn(message.strip());
  }

  /** The first that has a text of its own: one made of a cause alone repeats it. */
  private static Throwable told(Throwable thrown) {
    var told = thrown;
    for (var depth = 0; depth < DEPTH_MAX; depth++) {
      var cause = told.getCause();
      if (cause == null || !(told.getMessage() == null || told.getMessage().equals("" + cause))) {
        break;
      }
      told = cause;
    }
    return told;
  }
}
