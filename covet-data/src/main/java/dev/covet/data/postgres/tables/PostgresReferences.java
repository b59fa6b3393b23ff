package dev.covet.data.postgres.tables;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** References between tables, made those of the records. Those with other names are left alone. */
final class PostgresReferences {
  private static final String THERE =
      """
      SELECT conname::text, pg_get_constraintdef(oid), confrelid::regclass::text
      FROM pg_constraint
      WHERE conrelid = to_regclass($1) AND contype = 'f'
      ORDER BY conname
      """;

  private final PostgresAnswers link;
  private final List<? extends Mapping<?, ?>> tables;

  PostgresReferences(PostgresAnswers link, List<? extends Mapping<?, ?>> tables) {
    this.link = link;
    this.tables = tables;
  }

  /** A reference that is there, by its name and definition, to a table. */
  private record There(String name, String definition, String target) {}

  private List<There> there(String table) {
    return link.texts(THERE, table).stream()
        .map(row -> new There(row.getFirst(), row.get(1), row.getLast()))
        .toList();
  }

  /**
   * What drops those that no record has any more, those between tables that go, and those that
   * would keep a table from changing its key.
   */
  List<Step> dropped(List<String> spare, Predicate<Mapping<?, ?>> isRefounded) {
    var steps = new ArrayList<Step>();
    var refounded =
        tables.stream().filter(isRefounded).map(it -> Identifiers.sql(it.table())).toList();
    var gone = spare.stream().map(Identifiers::foreign).toList();
    for (var name : gone) {
      there(name).stream()
          .filter(each -> gone.contains(each.target()))
          .forEach(each -> steps.add(dropped(name, each)));
    }
    for (var table : tables) {
      var name = TableSql.name(table);
      there(name).stream()
          .filter(each -> isSpare(table, each) || refounded.contains(each.target()))
          .forEach(each -> steps.add(dropped(name, each)));
    }
    return steps;
  }

  private static boolean isSpare(Mapping<?, ?> table, There there) {
    return there.name().startsWith(table.table() + ".")
        && table.columns().stream().noneMatch(column -> isAsked(table, column, there));
  }

  private static boolean isAsked(Mapping<?, ?> table, Column<?, ?> column, There there) {
    var name = PostgresDefinitions.unquoted(PostgresDefinitions.referenceName(table, column));
    return there.name().equals(name) && isSame(column, there);
  }

  private static boolean isSame(Column<?, ?> column, There there) {
    return PostgresDefinitions.referring(column)
        .filter(asked -> TableSql.plain(asked).equals(TableSql.plain(there.definition())))
        .isPresent();
  }

  private static Step dropped(String table, There there) {
    return Step.of(
        Care.NONE,
        "%s no longer has the %s".formatted(table, there.definition()),
        List.of(
            "ALTER TABLE %s DROP CONSTRAINT %s"
                .formatted(table, Identifiers.foreign(there.name()))));
  }

  /** What makes those that are missing, once all tables are there. */
  List<Step> added() {
    var steps = new ArrayList<Step>();
    for (var table : tables) {
      var there = there(TableSql.name(table));
      table.columns().stream()
          .filter(column -> there.stream().noneMatch(each -> isSame(column, each)))
          .flatMap(column ->
              PostgresDefinitions.reference(table, column).stream()
                  .map(sql -> Step.of(Care.NONE, text(table, column), List.of(sql))))
          .forEach(steps::add);
    }
    return steps;
  }

  private static String text(Mapping<?, ?> table, Column<?, ?> column) {
    return "Column %s refers to rows of another table, which must be there"
        .formatted(TableSql.place(table, column));
  }
}
