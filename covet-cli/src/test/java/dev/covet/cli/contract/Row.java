package dev.covet.cli.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A block of a table: the snippet before, the snippet after, and what is said of both, a line each.
 */
record Row(String before, String after, List<String> changes) {
  /** The rows of a file of resources, between which lines are empty. */
  static List<Row> of(String file) {
    try (var in = Objects.requireNonNull(Row.class.getResourceAsStream(file))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.strip().split("\n\n", -1)).map(Row::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String block) {
    var lines = block.lines().toList();
    return new Row(
        snippet(lines.get(0)),
        snippet(lines.get(1)),
        lines.stream().skip(2).map(String::strip).toList());
  }

  private static String snippet(String line) {
    return line.equals("(none)") ? "" : line;
  }

  /** What is said of it as it goes one way. */
  List<String> changes(String way) {
    return changes.stream()
        .filter(line -> line.startsWith(way + " "))
        .map(line -> line.substring(way.length() + 1))
        .toList();
  }

  @Override
  public String toString() {
    return before + " -> " + after;
  }
}
