package dev.covet.data.sqlite;

import dev.covet.data.driver.Difference;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Mapped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constraints of a table that is there, compared with those of its record: CHECK and NOT NULL,
 * which would refuse what the record accepts, and UNIQUE. A CHECK counts if it has no name and a
 * form that {@link Definitions} writes, in a table that is STRICT; others were written by hand.
 */
final class ColumnRules {
  private static final String FORMS =
      """
      NAME (IN \\((?:LITERAL, )*LITERAL\\)|BETWEEN -?\\d+ AND -?\\d+|/ 1e\\d+ BETWEEN -1e\\d+ AND 1e\\d+|[<>]=? -?\\d+(\\.\\d+)?|<> '')\
      |json_valid\\(NAME\\)|length\\(NAME\\) <= \\d+\
      """
          .replace("LITERAL", "(?:\\d+|'(?:[^']|'')*')");

  private final SqliteLink link;
  private final Mapping<?, ?> table;
  private final TableText text;
  private final List<Difference> differences = new ArrayList<>();

  /** Columns whose CHECKs are not those of their components, with the latter. */
  private final Map<Column<?, ?>, List<String>> checks = new LinkedHashMap<>();

  private final List<Column<?, ?>> uniqueNow = new ArrayList<>();
  private final List<String> forbidden = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  private ColumnRules(SqliteLink link, Mapping<?, ?> table) {
    this.link = link;
    this.table = table;
    this.text = new TableText(link.definition(table.table()));
  }

  /**
   * Compares columns; no row is read.
   *
   * @param there the table's columns, in lower case
   */
  static ColumnRules of(SqliteLink link, Mapping<?, ?> table, Set<String> there) {
    var compared = new ColumnRules(link, table);
    var isAsMade = compared.text.sql().equals(Definitions.kept(table));
    var isOwn = !isAsMade && compared.text.isOwn();
    var required = isAsMade ? List.<String>of() : link.requiredColumns(table.table());
    var indexes = link.uniqueIndexes(table.table());
    if (!isAsMade) compared.compareKey(there);
    compared.compareIndexes(there);
    for (var column : table.columns()) {
      if (!there.contains(ColumnTypes.key(column))) continue;
      if (isOwn) compared.compareChecks(column);
      if (table.key().keyColumns().equals(List.of(column))) continue;
      compared.compareNull(column, required.contains(ColumnTypes.key(column)));
      compared.compareUnique(column, indexes);
    }
    return compared;
  }

  /** What a table may refuse though its record accepts it, or accept though it must be unique. */
  List<Difference> differences() {
    return differences;
  }

  /** What rows forbid, with the SQL that shows them, and a key that is another one. */
  List<String> refused() {
    return Stream.concat(
            forbidden.stream(), uniqueNow.stream().filter(this::isTwice).map(this::notUnique))
        .toList();
  }

  /** Rows could be there twice by a key that the table does not know; one without any is whose? */
  private void compareKey(Set<String> columns) {
    var asked = table.key().keyColumns().stream().map(ColumnTypes::key).toList();
    var there = link.keyColumns(table.table());
    var isSame = Set.copyOf(there).equals(Set.copyOf(asked));
    if (there.isEmpty() || isSame || !columns.containsAll(asked)) return;
    var advice = "make the table anew and copy its rows: SQLite changes no key";
    differences.add(new Difference(table.table(), keySql(there), keySql(asked), advice));
    forbidden.add(
        "The table %s has %s, and its record %s. Put @Id where it was, or %s."
            .formatted(table.table(), keySql(there), keySql(asked), advice));
  }

  private void compareIndexes(Set<String> columns) {
    var together = new IndexRules(link, table, columns);
    differences.addAll(together.differences());
    forbidden.addAll(together.refused());
    statements.addAll(together.dropped());
  }

  private static String keySql(List<String> columns) {
    return "PRIMARY KEY (" + String.join(", ", columns) + ")";
  }

  /**
   * Makes them those of the record, and says which columns are different now. The rows stay as they
   * are: a CHECK that one of them would break is left out, for SQLite adds no column any more to a
   * table that has such a row.
   */
  Set<String> change() {
    var changed = new LinkedHashSet<String>();
    differences.forEach(each -> changed.add(each.column()));
    var next = text;
    for (var column : checks.keySet()) {
      var fitting = checks.get(column).stream().filter(this::isKept).toList();
      if (isThere(column, fitting)) continue;
      next = next.with(column.column(), isMade(column), fitting);
      changed.add(named(column));
    }
    if (!next.equals(text)) link.define(table.table(), next.sql());
    statements.forEach(link::run);
    return changed;
  }

  private boolean isKept(String check) {
    return exists("SELECT 1 FROM %s WHERE NOT (%s)".formatted(tableSql(), check)).isEmpty();
  }

  private List<String> exists(String sql) {
    return link.texts(sql + " LIMIT 1");
  }

  private void compareChecks(Column<?, ?> column) {
    var there = there(column);
    var asked = asked(column, there);
    if (isThere(column, asked)) return;
    checks.put(column, asked);
    var unit = otherUnit(column, there);
    if (unit.isPresent()) {
      recount(column, unit.get());
      return;
    }
    if (asked.containsAll(there)) return; // one that is missing refuses nothing
    differ(
        column,
        shown(there),
        shown(asked),
        "rows may be refused; start it once in development mode, which changes the CHECK and keeps the"
            + " rows");
  }

  /**
   * What rows count of which the table does not say it is left open: they may have been written by
   * a record that took them for something else.
   */
  private List<String> asked(Column<?, ?> column, List<String> there) {
    var asked = new ArrayList<>(Definitions.checks(table, column));
    if (Unit.of(there).isEmpty() && !exists("SELECT 1 FROM " + tableSql()).isEmpty()) {
      asked.removeAll(Unit.check(TableSql.name(column), Mapped.of(column.type())));
    }
    return asked;
  }

  /** What the numbers of a column count, if the record takes them for something else. */
  static Optional<Unit> otherUnit(Column<?, ?> column, List<String> there) {
    var asked = Unit.of(Mapped.of(column.type()));
    return asked.isEmpty()
        ? Optional.empty()
        : Unit.of(there).filter(unit -> !unit.equals(asked.get()));
  }

  /** Other values would be read than were written, so they are changed, or nothing is. */
  private void recount(Column<?, ?> column, Unit there) {
    var asked = Unit.of(Mapped.of(column.type())).orElseThrow();
    var advice = "let the component " + column.spec().name() + " be what it was";
    differences.add(new Difference(named(column), there.shown(), asked.shown(), advice));
    var name = TableSql.name(column);
    var counted = there.in(asked, name);
    if (counted.isEmpty() || column.spec().isKey() || column.spec().isUnique()) {
      forbidden.add(counted(column, there, asked) + advice);
      return;
    }
    var update = "UPDATE " + tableSql() + " SET " + name + " = ";
    var back = asked.in(there, "(" + counted.get() + ")").orElseThrow();
    if (exists("SELECT 1 FROM %s WHERE %s <> %s".formatted(tableSql(), back, name)).isEmpty()) {
      statements.add(update + counted.get());
    } else {
      forbidden.add(
          "%s%s, or round its values, then save any file: %s"
              .formatted(counted(column, there, asked), advice, update + back));
    }
  }

  private String counted(Column<?, ?> column, Unit there, Unit asked) {
    return "The column %s is %s, and its record asks for %s. To keep its values, "
        .formatted(named(column), there.shown(), asked.shown());
  }

  private boolean isThere(Column<?, ?> column, List<String> checks) {
    return new HashSet<>(there(column)).equals(new HashSet<>(checks));
  }

  private List<String> there(Column<?, ?> column) {
    return text.checks(column.column(), isMade(column));
  }

  private static String shown(List<String> checks) {
    return checks.isEmpty() ? "no CHECK" : "CHECK (" + String.join(" AND ", checks) + ")";
  }

  /** Whether a CHECK is one that is made here for a column. */
  static Predicate<String> isMade(Column<?, ?> column) {
    return Pattern.compile(FORMS.replace("NAME", Pattern.quote(TableSql.name(column))))
        .asMatchPredicate();
  }

  private void compareNull(Column<?, ?> column, boolean isRequired) {
    if (!isRequired || !column.spec().isNullable()) return;
    var sql =
        "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL".formatted(tableSql(), TableSql.name(column));
    differ(column, "NOT NULL", "nullable", List.of(sql));
  }

  private void compareUnique(Column<?, ?> column, Map<String, String> indexes) {
    var index = named(column);
    var isUnique = column.spec().isUnique();
    if (isUnique && !indexes.containsValue(ColumnTypes.key(column))) {
      uniqueNow.add(column);
      differ(column, "not UNIQUE", "UNIQUE", anew(column, index));
    } else if (!isUnique && indexes.containsKey(index)) {
      differ(column, "UNIQUE", "not UNIQUE", anew(column, index));
    }
  }

  private List<String> anew(Column<?, ?> column, String index) {
    var made = new ArrayList<>(List.of("DROP INDEX IF EXISTS \"" + index + '"'));
    made.addAll(Definitions.index(table, column));
    return made;
  }

  private boolean isTwice(Column<?, ?> column) {
    return !exists(twice(column)).isEmpty();
  }

  private String notUnique(Column<?, ?> column) {
    return TableSql.notUnique(table, List.of(column), twice(column));
  }

  private String twice(Column<?, ?> column) {
    return TableSql.twice(table, List.of(column), null);
  }

  private void differ(Column<?, ?> column, String there, String asked, List<String> sql) {
    statements.addAll(sql);
    differ(column, there, asked, "run: " + String.join("; ", sql));
  }

  private void differ(Column<?, ?> column, String there, String asked, String advice) {
    differences.add(new Difference(named(column), there, asked, advice));
  }

  /** The column with its table, as a log line has it; also what its index is called. */
  private String named(Column<?, ?> column) {
    return TableSql.place(table, column);
  }

  private String tableSql() {
    return TableSql.name(table);
  }
}
