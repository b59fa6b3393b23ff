package dev.covet.data.migrate;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final Pattern RENAME = Pattern.compile("(?i)rename\\s+to\\s+(\"[^\"]+\"|\\w+)");

  private Warnings() {}

  /** A line for each, with the line's number. */
  static List<String> of(String file, String text) {
    var found = new ArrayList<String>();
    var lines = text.lines().toList();
    var names = names(text);
    for (var at = 0; at < lines.size(); at++) {
      var warning = warning(lines.get(at).strip(), names);
      if (!warning.isEmpty()) found.add("%s:%s: %s".formatted(file, at + 1, warning));
    }
    return found;
  }

  private static String warning(String line, Set<String> names) {
    if (line.startsWith("--")) {
      var comment = line.substring(2).strip();
      return comment.startsWith(LOSES) || comment.startsWith(ASKS) ? comment : "";
    }
    var table = DROP_TABLE.matcher(line);
    var drops = table.find() && !names.contains(lower(table.group(1)));
    return drops || LOSING.matcher(line).find() ? LOSES + line : "";
  }

  /** The names that tables get here: one of that name is dropped for another one. */
  private static Set<String> names(String text) {
    return RENAME.matcher(text).results().map(found -> lower(found.group(1))).collect(toSet());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
