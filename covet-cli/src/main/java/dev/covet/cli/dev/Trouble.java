package dev.covet.cli.dev;

import dev.covet.base.observe.LoggedFault;
import dev.covet.cli.compile.Mistake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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

  /** What Maven says before and behind the mistakes of a POM. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(\\[ERROR] *)+|Some problems were encountered while processing the POMs:?"
              + "|The build could not read \\d+ projects?|The project .* has \\d+ errors?"
              + "| *-> \\[Help \\d+]");

  /** What the compiler says where a library of Covet is not among the dependencies. */
  private static final Pattern LACKING =
      Pattern.compile(
          "package dev\\.covet\\.(data|idempotency|resilience|security)(?:\\.\\w+)* does not exist");

  Trouble {
    mistakes = List.copyOf(mistakes);
    lines = List.copyOf(lines);
  }

  static Trouble compiling(List<Mistake> mistakes) {
    var lacking =
        mistakes.stream()
            .flatMap(each -> LACKING.matcher(each.text()).results())
            .map(found -> dependency(found.group(1)))
            .distinct()
            .toList();
    return new Trouble("The program does not compile", mistakes, lacking);
  }

  private static String dependency(String library) {
    return """
    Is this among the dependencies in pom.xml?
      <dependency>
        <groupId>dev.covet</groupId>
        <artifactId>covet-%s</artifactId>
      </dependency>\
    """
        .formatted(library);
  }

  static Trouble starting(List<String> lines) {
    return new Trouble("The program does not start", List.of(), lines);
  }

  /** What the build tool says of the POM, without the words around it. */
  static Trouble pom(String said) {
    var text =
        said.lines()
            .map(line -> AROUND.matcher(line).replaceAll("").strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return new Trouble("The POM cannot be used", List.of(), List.of(text.isEmpty() ? said : text));
  }

  /** Whatever nobody has foreseen, such as an annotation processor that throws. */
  static Trouble unforeseen(Throwable thrown) {
    return new Trouble("The edit cannot be used", List.of(), List.of(stack(thrown)));
  }

  /** What the program threw, without the frames of Covet and the JDK that called it. */
  static String ofProgram(Throwable thrown) {
    return LoggedFault.withoutCallers(stack(thrown));
  }

  private static String stack(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
  }

  /** The first thing that is wrong with each, as a header can carry it. */
  static String header(List<Trouble> troubles, Path folder) {
    return troubles.stream()
        .map(each -> each.first(folder))
        .collect(Collectors.joining("; "))
        .chars()
        .limit(HEADER_MAX)
        .mapToObj(c -> c < ' ' || c > ASCII_MAX ? "?" : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** The first thing that is wrong, in a line. */
  String first(Path folder) {
    return mistakes.stream()
        .findFirst()
        .map(it ->
            it.place(folder).isEmpty() ? it.summary() : it.place(folder) + ": " + it.summary())
        .or(() -> lines.stream().flatMap(String::lines).findFirst())
        .orElse(title);
  }
}
