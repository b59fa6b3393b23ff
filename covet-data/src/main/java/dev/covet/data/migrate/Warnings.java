package dev.covet.data.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person should look at in an SQL file: what it destroys, and what is to be filled in. */
final class Warnings {
  /** How a comment begins that {@code --new} writes for values that are lost. */
  static final String LOSES = "DESTRUCTIVE: ";

  /** How a comment begins that {@code --new} writes for values that only a person knows. */
  static final String ASKS = "FILL IN: ";

  private static final Pattern DROP_TABLE =
      Pattern.compile("(?i)\\bDROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(\"[^\"]+\"|\\w+)");

  private static final Pattern LOSING =
      Pattern.compile(
          "(?i)\\bDROP\\s+COLUMN\\b|\\bTRUNCATE\\b|\\bDELETE\\s+FROM\\b(?!\\s+sqlite_sequence)");

  private Warnings() {}

  /** A line for each, with the line's number. */
  static List<String> of(String file, String text) {
    var found = new ArrayList<String>();
    var lines = text.lines().toList();
    for (var at = 0; at < lines.size(); at++) {
      var warning = warning(lines.get(at).strip(), text);
      if (!warning.isEmpty()) found.add("%s:%s: %s".formatted(file, at + 1, warning));
    }
    return found;
  }

  private static String warning(String line, String text) {
    if (line.startsWith("--")) {
      var comment = line.substring(2).strip();
      return comment.startsWith(LOSES) || comment.startsWith(ASKS) ? comment : "";
    }
    var table = DROP_TABLE.matcher(line);
    var drops = table.find() && !isMadeAnew(table.group(1), text);
    return drops || LOSING.matcher(line).find() ? LOSES + line : "";
  }

  /** A table that is dropped for another one that gets its name. */
  private static boolean isMadeAnew(String table, String text) {
    return Pattern.compile(
            "rename\\s+to\\s+" + Pattern.quote(table) + "(?![\\w\"])", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }
}
