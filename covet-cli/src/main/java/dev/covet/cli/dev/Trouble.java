package dev.covet.cli.dev;

import dev.covet.cli.compile.Mistake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why the newest edit does not run.
 *
 * @param title what is wrong, in a sentence without its full stop
 * @param mistakes what the compiler says; none if it is something else
 * @param lines what else is to be said, for people
 */
record Trouble(String title, List<Mistake> mistakes, List<String> lines) {
  /** The longest header; a client shows it in one line. */
  private static final int HEADER_MAX = 500;

  private static final char ASCII_MAX = 0x7e;

  Trouble {
    mistakes = List.copyOf(mistakes);
    lines = List.copyOf(lines);
  }

  static Trouble compiling(List<Mistake> mistakes) {
    return new Trouble("The program does not compile", mistakes, List.of());
  }

  static Trouble starting(List<String> lines) {
    return new Trouble("The program does not start", List.of(), lines);
  }

  /** Whatever nobody has foreseen, such as an annotation processor that throws. */
  static Trouble unforeseen(Throwable thrown) {
    return new Trouble("The edit cannot be used", List.of(), List.of(stack(thrown)));
  }

  static String stack(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
  }

  /** The first thing that is wrong, as a header can carry it. */
  String header(Path folder) {
    var first =
        mistakes.stream()
            .findFirst()
            .map(it ->
                it.place(folder).isEmpty() ? it.summary() : it.place(folder) + ": " + it.summary())
            .or(() -> lines.stream().flatMap(String::lines).findFirst())
            .orElse(title);
    return first
        .chars()
        .limit(HEADER_MAX)
        .mapToObj(c -> c < ' ' || c > ASCII_MAX ? "?" : Character.toString(c))
        .collect(Collectors.joining());
  }
}
