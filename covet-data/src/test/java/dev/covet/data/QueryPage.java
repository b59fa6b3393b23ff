package dev.covet.data;

import dev.covet.data.QueryRows.Part;
import dev.covet.data.driver.Driver;
import dev.covet.data.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of docs/queries.md, made of {@link QueryRows} and of what a database is asked. */
final class QueryPage {
  private static final Path SOURCE = Path.of("src/test/java/dev/covet/data/QueryRows.java");
  private static final Pattern CALL =
      Pattern.compile(
          "^    (condition|value|order|read|write)\\((\\(\\)|db) ->\\s+(.*?)\\);$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private QueryPage() {}

  /**
   * A row of a table on one database.
   *
   * @param java the call
   * @param sql the statements, or the part of one that the call makes
   * @param values what is bound, in order
   */
  private record Line(Part part, String java, String sql, String values) {
    /** With the SQL of another database where that differs by more than its placeholders. */
    String markdown(Line other) {
      var isSame = other.sql.replaceAll("\\$\\d+", "?").equals(sql);
      return "| %s | %s | %s | %s |".formatted(code(java), sql, isSame ? "" : other.sql, values);
    }
  }

  /** All rows of one table; runs them all on both databases. */
  static List<String> table(Driver sqlite, Driver postgres, Part part) throws IOException {
    var lines = lines(sqlite);
    var others = lines(postgres);
    return IntStream.range(0, lines.size())
        .filter(at -> lines.get(at).part() == part)
        .mapToObj(at -> lines.get(at).markdown(others.get(at)))
        .toList();
  }

  private static List<Line> lines(Driver driver) throws IOException {
    var heard = new ArrayList<Sql>();
    var db = new Session(new HeardDriver(driver, heard::add));
    var texts = texts();
    var rows = new QueryRows(db).rows();
    if (texts.size() != rows.size()) {
      throw new IllegalStateException(texts.size() + " calls are read, " + rows.size() + " made");
    }
    var lines = new ArrayList<Line>();
    for (var at = 0; at < rows.size(); at++) {
      heard.clear();
      rows.get(at).run().run();
      lines.add(line(rows.get(at).part(), texts.get(at), heard));
    }
    return lines;
  }

  private static List<String> texts() throws IOException {
    return CALL.matcher(Files.readString(SOURCE))
        .results()
        .map(it -> it.group(3).replaceAll("\\s*\\n\\s*", " ").replace(" .", ".").replace("( ", "("))
        .toList();
  }

  private static Line line(Part part, String java, List<Sql> heard) {
    var sql =
        heard.stream().map(it -> code(part(part, it.text()))).collect(Collectors.joining("; "));
    var values =
        heard.stream()
            .flatMap(it -> it.arguments().stream())
            .map(it -> code(String.valueOf(it.value())))
            .collect(Collectors.joining(", "));
    return new Line(part, java, sql, values);
  }

  /** What the call makes, without the rest of the statement that it stands in. */
  private static String part(Part part, String sql) {
    return switch (part) {
      case CONDITION -> sql.contains(" WHERE ") ? after(sql, " WHERE ") : "";
      case VALUE -> sql.substring("SELECT ".length(), sql.lastIndexOf(" FROM hero"));
      case ORDER -> after(sql, " ORDER BY ");
      case READ, WRITE -> sql;
    };
  }

  private static String after(String sql, String word) {
    return sql.substring(sql.indexOf(word) + word.length());
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
  }
}
