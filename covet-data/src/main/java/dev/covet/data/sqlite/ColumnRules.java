package dev.covet.data.sqlite;

import dev.covet.data.driver.Difference;
import dev.covet.data.query.Column;
import dev.covet.data.query.Identifiers;
import dev.covet.data.query.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The constraints of a table that is there, compared with those of its record: CHECKs, which would
 * refuse what the record accepts, and UNIQUE. CHECKs that somebody wrote by hand do not count.
 */
final class ColumnRules {
  private final SqliteLink link;
  private final Mapping<?, ?> table;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private TableText text;

  private ColumnRules(SqliteLink link, Mapping<?, ?> table) {
    this.link = link;
    this.table = table;
    this.text = new TableText(link.definition(table.table()));
  }

  /** Compares the columns that are there. */
  static ColumnRules of(SqliteLink link, Mapping<?, ?> table) {
    var compared = new ColumnRules(link, table);
    var there = link.types(table.table());
    table.columns().stream()
        .filter(column -> there.containsKey(ColumnTypes.key(column)))
        .forEach(compared::compare);
    return compared;
  }

  List<Difference> differences() {
    return differences;
  }

  /** What rows forbid, with the SQL that shows them. */
  List<String> refused() {
    return refused;
  }

  /** Makes them those of the record; the rows stay as they are. */
  void change() {
    link.define(table.table(), text.sql());
    statements.forEach(link::run);
  }

  private void compare(Column<?, ?> column) {
    if (text.isOwn()) compareChecks(column);
    if (column.spec().isKey()) return;
    var index = table.table() + "." + column.spec().column();
    var unique = link.uniqueIndexes(table.table(), column.spec().column());
    if (column.spec().isUnique() && unique.isEmpty()) {
      makeUnique(column, index);
    } else if (!column.spec().isUnique() && unique.contains(index)) {
      differ(column, "UNIQUE", "not UNIQUE", anew(column, index));
    }
  }

  private void compareChecks(Column<?, ?> column) {
    var name = column.spec().column();
    var there = text.checks(name, isMade(Identifiers.sql(name)));
    var asked = Definitions.checks(table, column);
    if (new HashSet<>(there).equals(new HashSet<>(asked))) return;
    text = text.with(name, isMade(Identifiers.sql(name)), asked);
    if (asked.containsAll(there)) return; // one that is missing refuses nothing
    differences.add(
        new Difference(
            table.table() + "." + name,
            shown(there),
            shown(asked),
            "start it once in development mode, which changes the CHECK and keeps the rows"));
  }

  private static String shown(List<String> checks) {
    return checks.isEmpty() ? "no CHECK" : "CHECK (" + String.join(" AND ", checks) + ")";
  }

  /** The forms that {@link Definitions} writes. */
  private static Predicate<String> isMade(String column) {
    return Pattern.compile(
            """
            NAME (IN \\(.*\\)|BETWEEN -?\\d+ AND -?\\d+|[<>]=? -?\\d+|<> '')|json_valid\\(NAME\\)\
            |length\\(NAME\\) <= \\d+\
            """
                .replace("NAME", Pattern.quote(column)))
        .asMatchPredicate();
  }

  private void makeUnique(Column<?, ?> column, String index) {
    var name = Identifiers.sql(column.spec().column());
    var twice =
        "SELECT %1$s FROM %2$s WHERE %1$s IS NOT NULL GROUP BY %1$s HAVING count(*) > 1"
            .formatted(name, Identifiers.sql(table.table()));
    if (link.texts(twice + " LIMIT 1").isEmpty()) {
      differ(column, "not UNIQUE", "UNIQUE", anew(column, index));
      return;
    }
    refused.add(
        """
        Rows of the table %s have the same %s, so that it cannot be @Unique. Change them, then save \
        any file. This shows which they are: %s\
        """
            .formatted(table.table(), column.spec().column(), twice));
  }

  private List<String> anew(Column<?, ?> column, String index) {
    var made = new ArrayList<>(List.of("DROP INDEX IF EXISTS \"" + index + '"'));
    made.addAll(Definitions.index(table, column));
    return made;
  }

  private void differ(Column<?, ?> column, String there, String asked, List<String> sql) {
    statements.addAll(sql);
    differences.add(
        new Difference(
            table.table() + "." + column.spec().column(),
            there,
            asked,
            "run: " + String.join("; ", sql)));
  }
}
