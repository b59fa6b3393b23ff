package dev.covet.cli.terminal;

import dev.covet.cli.compile.Mistake;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Prints lines for people, in colour where that is a terminal. Thread-safe. */
public record Terminal(PrintStream out, boolean isColoured) {
  private static final int SHOWN_MAX = 10;
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String GREEN = "32";

  /** Prints a line. */
  public void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  /** Prints that something went well. */
  public void done(String line) {
    say(in(GREEN, line));
  }

  /** Prints that something is wrong, and what still is as it was. */
  public void wrong(String line) {
    say(in(RED, line));
  }

  /** Prints what the compiler says, each with its line of source; no more than a screen takes. */
  public void mistakes(List<Mistake> mistakes, Path folder) {
    mistakes.stream().limit(SHOWN_MAX).map(it -> text(it, folder)).forEach(this::say);
    if (mistakes.size() > SHOWN_MAX) say("... and " + (mistakes.size() - SHOWN_MAX) + " more");
  }

  private String text(Mistake mistake, Path folder) {
    var kind = mistake.isError() ? in(RED, "error: ") : in(YELLOW, "warning: ");
    var text = new StringBuilder(mistake.place(folder));
    if (!text.isEmpty()) text.append(": ");
    text.append(kind).append(mistake.text());
    if (!mistake.source().isBlank()) {
      text.append("\n    ").append(mistake.source().replace('\t', ' '));
      if (mistake.column() > 0) {
        text.append("\n    ").append(" ".repeat((int) mistake.column() - 1)).append(in(RED, "^"));
      }
    }
    return text.toString();
  }

  private String in(String colour, String text) {
    return isColoured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
