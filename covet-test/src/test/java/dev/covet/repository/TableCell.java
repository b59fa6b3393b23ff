package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of Covet's code in the last column of a table that compares it with another framework.
 *
 * @param kind what it is a piece of, as the comment above its table says: {@code members}, {@code
 *     parameters}, {@code apps} or {@code statements}
 */
record TableCell(String page, int line, String kind, String code) {
  private static final Pattern TABLE = Pattern.compile("<!-- cells: (\\w+) -->");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ROUTE = Pattern.compile("@(Get|Post|Put|Patch|Delete)\\b");

  /** What statements may name. */
  private static final String GIVEN = "static Session db;\nstatic TestClient client;\n";

  private static final String BODY = "{ throw new UnsupportedOperationException(); }";

  /** Every piece on a page, in order. */
  static List<TableCell> all(String page) throws IOException {
    var cells = new ArrayList<TableCell>();
    var lines = Files.readAllLines(Shell.root().resolve(page));
    var kind = "";
    for (var i = 0; i < lines.size(); i++) {
      var table = TABLE.matcher(lines.get(i));
      if (table.matches()) {
        kind = table.group(1);
        i += 2; // its head
      } else if (lines.get(i).isEmpty()) {
        kind = "";
      } else if (!kind.isEmpty()) {
        add(cells, page, i + 1, kind, lines.get(i));
      }
    }
    return cells;
  }

  private static void add(List<TableCell> cells, String page, int line, String kind, String row) {
    var last = row.substring(row.lastIndexOf(" | ")); // code has none
    CODE.matcher(last)
        .results()
        .forEach(found -> cells.add(new TableCell(page, line, kind, found.group(1))));
  }

  /** A source file that has nothing but this piece in it. */
  String source(String head, int number) {
    var text = code.replace("{ ... }", BODY);
    var name = "Cell" + number;
    return head
        + switch (kind) {
          case "members" -> type(ROUTE.matcher(text).find(), name, text);
          case "parameters" -> type(true, name, "@Post(\"/cell\") void cell(" + text + ") " + BODY);
          case "apps" -> type(false, name, "static App cell() { return " + text + "; }");
          case "statements" -> type(false, name, GIVEN + "static void cell() {" + text + "}");
          default -> throw new IllegalArgumentException(this + " is of no kind");
        };
  }

  private static String type(boolean isRoutes, String name, String body) {
    var first = isRoutes ? "@Routes(\"/" + name + "\") " : "";
    return first + "@SuppressWarnings(\"serial\")\nfinal class " + name + " {\n" + body + "\n}\n";
  }

  @Override
  public String toString() {
    return page + ":" + line + " " + code;
  }
}
