package dev.covet.data.postgres.tables;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import dev.covet.data.driver.StepText;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables and columns that have other names now ({@code @Was}). What is named after them is renamed
 * with them: errors are understood by these names.
 */
final class PostgresRenames {
  private static final String NAMED =
      """
      SELECT conname::text, contype::text FROM pg_constraint
      WHERE conrelid = to_regclass($1) AND contype IN ('p', 'c', 'f')
      UNION ALL
      SELECT relname::text, 'i' FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE indrelid = to_regclass($1) AND NOT indisprimary
      ORDER BY 1
      """;

  private static final String SAID =
      """
      SELECT obj_description(oid, 'pg_constraint') FROM pg_constraint
      WHERE conrelid = to_regclass($1) AND conname = $2
        AND obj_description(oid, 'pg_constraint') IS NOT NULL
      """;

  private final PostgresAnswers link;
  private final PostgresCatalog catalog;
  private final Consumer<Step> taken;

  PostgresRenames(PostgresAnswers link, Consumer<Step> taken) {
    this.link = link;
    this.catalog = new PostgresCatalog(link);
    this.taken = taken;
  }

  /** Gives a table and its columns their names, where those of before are there. */
  void of(Mapping<?, ?> table) {
    var former = table.former().of(table.table(), name -> !catalog.columns(name).isEmpty());
    if (!former.isEmpty()) move(table, former.toLowerCase(Locale.ROOT));
    for (var column : table.columns()) {
      var there = catalog.columns(table).keySet();
      var was = table.former().of(column.column(), there);
      if (!was.isEmpty()) rename(table, column, was.toLowerCase(Locale.ROOT));
      if (!there.isEmpty()) StepText.lost(table, column, there).ifPresent(taken);
    }
  }

  private void move(Mapping<?, ?> table, String former) {
    var now = table.table();
    var sql = new ArrayList<String>();
    sql.add(TableSql.renamed(table, former));
    sql.addAll(named(former, now, (name, _) -> now + name.substring(former.length())));
    taken.accept(Step.of(Care.NONE, StepText.renamed(table, former), sql));
  }

  private void rename(Mapping<?, ?> table, Column<?, ?> column, String was) {
    var name = table.table();
    var now = column.column();
    var sql = new ArrayList<String>();
    sql.add(TableSql.renamed(table, column, was));
    sql.addAll(named(name, name, (each, kind) -> renamed(each, kind, was, now)));
    if (hasSameCheck(table, column, was)) sql.add(PostgresDefinitions.note(table, column));
    taken.accept(Step.of(Care.NONE, StepText.renamed(table, column, was), sql));
  }

  /** Whether its CHECK says what its component asks for, but for the name. */
  private boolean hasSameCheck(Mapping<?, ?> table, Column<?, ?> column, String was) {
    var said = link.texts(SAID, TableSql.name(table), table.table() + "." + was + ".check");
    var word = Pattern.compile("\"?\\b" + was + "\\b\"?");
    return said.stream()
        .map(row -> word.matcher(row.getFirst()).replaceAll(TableSql.name(column)))
        .anyMatch(PostgresDefinitions.condition(table, column)::equals);
  }

  /** Of a CHECK or a reference the column comes first; a key or an index may have several. */
  private static String renamed(String name, String kind, String was, String now) {
    var parts = name.split("(?<=[.(,) ])|(?=[.(,) ])", -1);
    var last = kind.equals("c") || kind.equals("f") ? 2 : parts.length - 1;
    for (var at = 2; at <= last; at++) {
      if (parts[at].equals(was)) parts[at] = now;
    }
    return Arrays.stream(parts).collect(Collectors.joining());
  }

  /**
   * What renames what is named after a table and its columns.
   *
   * @param change gives the name of now for that of before and its kind
   */
  private List<String> named(String there, String now, BinaryOperator<String> change) {
    var sql = new ArrayList<String>();
    for (var row : link.texts(NAMED, Identifiers.sql(there))) {
      var name = row.getFirst();
      var isOwn = Identifiers.isNamedAfter(name, there);
      var next = isOwn && !name.contains("#") ? change.apply(name, row.getLast()) : name;
      if (next.equals(name)) continue;
      var form =
          row.getLast().equals("i")
              ? "ALTER INDEX \"%2$s\" RENAME TO \"%3$s\""
              : "ALTER TABLE %1$s RENAME CONSTRAINT \"%2$s\" TO \"%3$s\"";
      sql.add(form.formatted(Identifiers.sql(now), name, next));
    }
    return sql;
  }
}
