package dev.covet.data.postgres.tables;

import dev.covet.data.driver.Difference;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constraints of a table that is there, compared with those of its record: CHECK and NOT NULL,
 * which would refuse what the record accepts, and UNIQUE. Only constraints with the names that are
 * given here count, and a CHECK with its comment, which is its text; others were made by hand.
 */
final class PostgresRules {
  private static final String CHECKS =
      """
      SELECT conname, obj_description(oid, 'pg_constraint') FROM pg_constraint
      WHERE conrelid = to_regclass($1) AND contype = 'c'
        AND obj_description(oid, 'pg_constraint') IS NOT NULL
      """;

  private static final String UNIQUE =
      """
      SELECT (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0]),
        indexrelid::regclass::text
      FROM pg_index
      WHERE indrelid = to_regclass($1) AND indisunique AND indnkeyatts = 1 AND indpred IS NULL
      """;

  private static final String TOGETHER =
      """
      SELECT relname, indisunique::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE indrelid = to_regclass($1) AND NOT indisprimary
      """;

  private final PostgresAnswers link;
  private final Mapping<?, ?> table;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final Set<String> changed = new LinkedHashSet<>();

  private PostgresRules(PostgresAnswers link, Mapping<?, ?> table) {
    this.link = link;
    this.table = table;
  }

  /**
   * Compares columns.
   *
   * @param required the columns that are there, by whether they are NOT NULL
   */
  static PostgresRules of(
      PostgresAnswers link, Mapping<?, ?> table, Map<String, Boolean> required) {
    var compared = new PostgresRules(link, table);
    var checks = compared.pairs(CHECKS);
    var unique = compared.pairs(UNIQUE);
    for (var column : table.columns()) {
      var isRequired = required.get(PostgresCatalog.key(column));
      if (isRequired == null) continue;
      compared.compareCheck(column, checks);
      if (column.spec().isKey()) continue;
      compared.compareNull(column, isRequired);
      compared.compareUnique(column, unique);
    }
    compared.compareTogether(required.keySet());
    return compared;
  }

  private Map<String, String> pairs(String sql) {
    var pairs = new HashMap<String, String>();
    for (var row : link.texts(sql, name())) pairs.put(row.getFirst(), row.getLast());
    return pairs;
  }

  /** What a table may refuse though its record accepts it, or accept though it must be unique. */
  List<Difference> differences() {
    return differences;
  }

  /** What rows forbid, with the SQL that shows them. */
  List<String> refused() {
    return refused;
  }

  /** What makes them those of the record. */
  List<String> statements() {
    return statements;
  }

  /** Makes them those of the record, and says which columns are different now. */
  Set<String> change() {
    statements.forEach(link::run);
    return changed;
  }

  /** A CHECK that rows would break is left out. */
  private void compareCheck(Column<?, ?> column, Map<String, String> checks) {
    var quoted = PostgresDefinitions.checkName(table, column);
    var there = checks.get(PostgresDefinitions.unquoted(quoted));
    var asked = PostgresDefinitions.condition(table, column);
    if (asked.equals(there == null ? "" : there)) return;
    var drop = "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s".formatted(name(), quoted);
    var isKept =
        !asked.isEmpty() && !exists("SELECT 1 FROM " + name() + " WHERE NOT (" + asked + ")");
    if (there == null && !isKept) return;
    var made = isKept ? PostgresDefinitions.checked(table, column) : List.<String>of();
    if (there != null) {
      differ(
          column,
          "CHECK (" + there + ")",
          asked.isEmpty() ? "no CHECK" : "CHECK (" + asked + ")",
          drop + (made.isEmpty() ? "" : "; " + made.getFirst()));
    }
    change(column, drop, made);
  }

  private void compareNull(Column<?, ?> column, boolean isRequired) {
    if (isRequired != column.spec().isNullable()) return;
    var what = isRequired ? "DROP" : "SET";
    var sql =
        "ALTER TABLE %s ALTER COLUMN %s %s NOT NULL".formatted(name(), TableSql.name(column), what);
    if (isRequired) differ(column, "NOT NULL", "nullable", sql);
    if (isRequired
        || !exists("SELECT 1 FROM " + name() + " WHERE " + TableSql.name(column) + " IS NULL")) {
      change(column, sql, List.of());
    }
  }

  private void compareUnique(Column<?, ?> column, Map<String, String> unique) {
    var index = PostgresDefinitions.indexName(table, column);
    var there = unique.get(PostgresCatalog.key(column));
    var isUnique = column.spec().isUnique();
    if (isUnique == (there != null) || (there != null && !there.endsWith(index))) return;
    var drop = "DROP INDEX IF EXISTS " + index;
    var made = PostgresDefinitions.index(table, column);
    differ(
        column,
        isUnique ? "not UNIQUE" : "UNIQUE",
        isUnique ? "UNIQUE" : "not UNIQUE",
        drop + "; " + String.join("; ", made));
    var twice = TableSql.twice(table, List.of(column), null);
    if (isUnique && exists(twice)) {
      refused.add(TableSql.notUnique(table, List.of(column), twice));
    } else {
      change(column, drop, made);
    }
  }

  /** Indexes over several columns; what is missing is made as that of new tables is. */
  private void compareTogether(Set<String> columns) {
    var there = pairs(TOGETHER);
    var names = new HashSet<String>();
    for (var index : table.indexes()) {
      var name = PostgresDefinitions.unquoted(PostgresDefinitions.indexName(table, index));
      names.add(name);
      var isThere = index.columns().stream().map(PostgresCatalog::key).allMatch(columns::contains);
      if (isThere && !("" + index.isUnique()).equals(there.get(name))) compare(index, name, there);
    }
    there.keySet().stream()
        .filter(name -> "true".equals(there.get(name)) && !names.contains(name))
        .filter(name -> name.startsWith(table.table() + "("))
        .forEach(name -> drop(name, "a unique index " + name, "none"));
  }

  private void compare(IndexSpec index, String name, Map<String, String> there) {
    if (there.containsKey(name)) drop(name, "an index " + name, "another one");
    if (!index.isUnique()) return;
    var shown = "UNIQUE (" + TableSql.names(index.columns()) + ")";
    differences.add(
        new Difference(
            table.table(),
            "not " + shown,
            shown,
            "start it once in development mode, which makes the index"));
    var twice = TableSql.twice(table, index.columns(), index.whereNull());
    if (exists(twice)) refused.add(TableSql.notUnique(table, index.columns(), twice));
  }

  private void drop(String index, String there, String asked) {
    var sql = "DROP INDEX IF EXISTS \"" + index + '"';
    differences.add(new Difference(table.table(), there, asked, "run: " + sql));
    statements.add(sql);
    changed.add(table.table());
  }

  private boolean exists(String sql) {
    return !link.texts(sql + " LIMIT 1").isEmpty();
  }

  private void change(Column<?, ?> column, String first, List<String> then) {
    statements.add(first);
    statements.addAll(then);
    changed.add(TableSql.place(table, column));
  }

  private void differ(Column<?, ?> column, String there, String asked, String sql) {
    differences.add(new Difference(TableSql.place(table, column), there, asked, "run: " + sql));
  }

  private String name() {
    return TableSql.name(table);
  }
}
