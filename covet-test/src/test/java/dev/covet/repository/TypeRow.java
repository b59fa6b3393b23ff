package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A type in the table of docs/json-types.md.
 *
 * @param java how a component of it is declared
 * @param json what a client sends, and gets
 * @param text what it sends where everything is a text; empty where it cannot
 * @param sql what the column holds: {@code TEXT `2026-01-31`}; empty where there is none
 * @param document the JSON Schema's type and format: {@code string, date}
 */
record TypeRow(String java, String json, String text, String sql, String document) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final int CELLS = 5;

  /** Every type of every row; a row may show several that look the same. */
  static List<TypeRow> all() throws IOException {
    var rows = new ArrayList<TypeRow>();
    for (var line : Files.readAllLines(Shell.root().resolve("docs/json-types.md"))) {
      var cells = line.startsWith("| ") ? line.substring(2).split(" \\| ?", -1) : new String[0];
      if (cells.length > CELLS && cells[0].startsWith("`")) {
        CODE.matcher(cells[0]).results().map(java -> row(java.group(1), cells)).forEach(rows::add);
      }
    }
    return rows;
  }

  private static TypeRow row(String java, String[] cells) {
    return new TypeRow(java, code(cells[1]), code(cells[2]), column(cells[3]), cells[4]);
  }

  private static String code(String cell) {
    var code = CODE.matcher(cell);
    return code.find() ? code.group(1) : "";
  }

  private static String column(String cell) {
    return cell.equals("-") ? "" : cell;
  }

  /** Whether it can stand in a path, a query or a header. */
  boolean hasText() {
    return !text.isEmpty();
  }

  /** Whether it can be a column. */
  boolean hasColumn() {
    return !sql.isEmpty();
  }
}
