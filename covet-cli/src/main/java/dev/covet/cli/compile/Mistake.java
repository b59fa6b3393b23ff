package dev.covet.cli.compile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler says of a place.
 *
 * @param isError whether it stops the compilation; else it is a warning
 * @param file in which it is; empty if in none of the project's
 * @param line from 1; 0 if it has none
 * @param column from 1; 0 if it has none
 * @param text what is wrong, of one or more lines
 * @param source the line of source; empty if it has none
 */
public record Mistake(
    boolean isError, Path file, long line, long column, String text, String source) {
  private static final Pattern MISSING =
      Pattern.compile(
          "package dev\\.covet\\.(client|resilience|idempotency|security|data)[.\\w]* does not exist");

  static Mistake of(Diagnostic<? extends JavaFileObject> said) {
    var source = said.getSource();
    var line = Math.max(0, said.getLineNumber());
    return new Mistake(
        said.getKind() == Diagnostic.Kind.ERROR,
        source == null ? Path.of("") : path(source),
        line,
        Math.max(0, said.getColumnNumber()),
        withJar(said.getMessage(Locale.ROOT).strip()),
        source == null ? "" : line(source, line));
  }

  /** The compiler does not know which jar has a package of ours. */
  private static String withJar(String text) {
    var missing = MISSING.matcher(text);
    if (!missing.lookingAt()) return text;
    var jar = missing.group(1).replace("client", "resilience");
    return text + "\n  Add the dependency dev.covet:covet-" + jar + " to pom.xml.";
  }

  private static Path path(JavaFileObject source) {
    var address = source.toUri();
    return "file".equals(address.getScheme())
        ? Path.of(address)
        : Path.of(String.valueOf(address.getPath()).substring(1));
  }

  private static String line(JavaFileObject source, long number) {
    try {
      return number == 0
          ? ""
          : source.getCharContent(true).toString().lines().skip(number - 1).findFirst().orElse("");
    } catch (java.io.IOException _) {
      return "";
    }
  }

  /** Where it is, below a folder: {@code src/main/java/shop/Items.java:14}. */
  public String place(Path folder) {
    var name = file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    return line == 0 ? name : name + ":" + line;
  }

  /** Whether a rule of Covet is broken, which may have to do with other sources. */
  boolean isFinding() {
    return text.startsWith("[COV-");
  }

  /** Its first line. */
  public String summary() {
    return text.lines().findFirst().orElse(text);
  }
}
