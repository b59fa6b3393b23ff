package dev.covet.processor.emit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Breaks lines that are too long the way google-java-format does: before each call of what a call
 * returns, else behind an opening bracket, then at every comma, where one line is not enough; long
 * lists are filled line by line. Comments and texts stay whole.
 */
final class LineBreaks {
  /** Longest line, in characters. */
  static final int LENGTH_MAX = 100;

  /** Most parts of a list that get a line each; of more there are as many in a line as fit. */
  private static final int PARTS_MAX = 20;

  private static final String CONTINUATION = "    ";

  private LineBreaks() {}

  /** The text with no line over {@link #LENGTH_MAX}, as far as there is a place to break at. */
  static String apply(String text) {
    return joined(text.lines().toList()).stream()
        .map(LineBreaks::broken)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Values that templates put below their {@code =} go beside it where there is room. */
  private static List<String> joined(List<String> lines) {
    var joined = new ArrayList<String>();
    for (var line : lines) {
      var isValue = !joined.isEmpty() && joined.getLast().endsWith(" =") && line.endsWith(";");
      var one = isValue ? joined.getLast() + " " + line.strip() : line;
      if (isValue && one.length() <= LENGTH_MAX) {
        joined.removeLast();
        joined.add(one);
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  private static String broken(String line) {
    var code = line.stripLeading();
    var comment = code.startsWith("*") || code.startsWith("/") || code.startsWith("import ");
    return line.length() <= LENGTH_MAX || comment ? line : String.join("\n", lines(line));
  }

  private static List<String> lines(String line) {
    if (line.length() <= LENGTH_MAX) return List.of(line);
    var dots = Brackets.dots(line);
    if (!dots.isEmpty()) return chained(line, dots);
    var brackets = Brackets.widest(line);
    return brackets == null ? List.of(line) : broken(line, brackets);
  }

  /** Calls of what calls return, each in a line of its own. */
  private static List<String> chained(String line, List<Integer> dots) {
    var lines = new ArrayList<>(lines(line.substring(0, dots.getFirst())));
    var indentation = indentation(line) + (line.strip().startsWith(".") ? "" : CONTINUATION);
    for (int i = 0; i < dots.size(); i++) {
      var end = i + 1 < dots.size() ? dots.get(i + 1) : line.length();
      lines.addAll(lines(indentation + line.substring(dots.get(i), end)));
    }
    return lines;
  }

  private static String indentation(String line) {
    return " ".repeat(line.length() - line.stripLeading().length());
  }

  private static List<String> broken(String line, Brackets brackets) {
    var indentation = indentation(line) + CONTINUATION;
    var inside = line.substring(brackets.open() + 1, brackets.close()).strip();
    var end = line.substring(brackets.close());
    var lines = new ArrayList<String>();
    lines.add(line.substring(0, brackets.open() + 1));
    var oneLine = indentation + inside + end;
    if (oneLine.length() <= LENGTH_MAX) {
      lines.add(oneLine);
      return lines;
    }
    var parts = Brackets.parts(inside);
    if (parts.size() > PARTS_MAX) {
      var filled = Template.wrapped(parts.stream().map(String::strip).toList()) + end;
      lines.addAll(filled.lines().map(each -> indentation + each).toList());
      return lines;
    }
    for (int i = 0; i < parts.size(); i++) {
      var last = i == parts.size() - 1;
      lines.addAll(lines(indentation + parts.get(i).strip() + (last ? end : ",")));
    }
    return lines;
  }
}
