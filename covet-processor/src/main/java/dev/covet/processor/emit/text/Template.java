package dev.covet.processor.emit.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Fills {@code %s} and {@code %1$s} in a text block, so that an emitter reads like its output. A
 * place that has a line to itself takes a block of lines and gives each its own indentation; an
 * empty block takes its line with it, and the empty line that would have parted it from others.
 */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?s");

  /** About how many characters one line of a list has. */
  private static final int LINE = 80;

  private final Object[] values;
  private int next;

  /** Whether nothing but empty lines came since an empty block. */
  private boolean dropped;

  private Template(Object[] values) {
    this.values = values;
  }

  /** The template's lines with every place filled, without a line break at the end. */
  public static String fill(String template, Object... values) {
    return new Template(values).fillLines(template);
  }

  private String fillLines(String template) {
    var lines = new ArrayList<String>();
    template.stripTrailing().lines().forEach(line -> fillLine(line, lines));
    return String.join("\n", lines);
  }

  private void fillLine(String line, List<String> lines) {
    var place = PLACE.matcher(line.strip());
    if (!place.matches()) {
      addLine(PLACE.matcher(line).replaceAll(match -> quoted(value(match.group(1)))), lines);
      return;
    }
    var indentation = line.substring(0, line.indexOf('%'));
    var block = value(place.group(1));
    dropped |= block.isEmpty();
    block
        .lines()
        .map(each -> each.isEmpty() ? each : indentation + each)
        .forEach(each -> addLine(each, lines));
  }

  private void addLine(String line, List<String> lines) {
    if (dropped && line.isEmpty() && partsNothing(lines)) return;
    if (dropped && line.strip().equals("}") && !lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    dropped &= line.isEmpty();
    lines.add(line);
  }

  private static boolean partsNothing(List<String> lines) {
    return lines.isEmpty() || lines.getLast().isEmpty() || lines.getLast().endsWith("{");
  }

  private static String quoted(String value) {
    return java.util.regex.Matcher.quoteReplacement(value);
  }

  private String value(String number) {
    var index = number == null ? next++ : Integer.parseInt(number) - 1;
    return values[index].toString();
  }

  /** Blocks below each other with an empty line between, leaving out the empty ones. */
  public static String paragraphs(List<String> blocks) {
    return joined(blocks, "\n\n");
  }

  /** Lines below each other, leaving out the empty ones. */
  public static String lines(List<String> lines) {
    return joined(lines, "\n");
  }

  /** A line for each value. */
  public static <T> String lines(Collection<T> all, Function<? super T, String> line) {
    return lines(all.stream().map(line).toList());
  }

  /** An argument for each value. */
  public static <T> String list(Collection<T> all, Function<? super T, String> argument) {
    return String.join(", ", all.stream().map(argument).toList());
  }

  /** A method of what is implemented that only answers. */
  public static String answer(String signature, String value) {
    return fill("@`Override`\npublic %s() {\n  return %s;\n}", signature, value);
  }

  /** Elements of a list, as many in a line as fit well. */
  public static String wrapped(List<String> elements) {
    var text = new StringBuilder();
    int column = 0;
    for (int i = 0; i < elements.size(); i++) {
      var element = elements.get(i) + (i < elements.size() - 1 ? "," : "");
      boolean fits = column + element.length() < LINE;
      text.append(i == 0 ? "" : fits ? " " : "\n").append(element);
      column = fits ? column + element.length() + 1 : element.length();
    }
    return text.toString();
  }

  /** Calls one after the other, each in a line of its own where one line is not enough. */
  public static String chained(String first, List<String> calls) {
    var line = first + String.join("", calls);
    return line.length() < LINE
        ? line
        : first + String.join("", calls.stream().map("\n        "::concat).toList());
  }

  private static String joined(List<String> blocks, String between) {
    var all = new StringJoiner(between);
    blocks.stream().filter(block -> !block.isBlank()).forEach(all::add);
    return all.toString();
  }
}
