package dev.covet.data.postgres;

import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Extension;
import dev.covet.data.query.Column;
import dev.covet.data.query.Identifiers;
import dev.covet.data.query.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The tables that are there, as PostgreSQL's catalog has them, and what becomes of them. */
final class PostgresCatalog {
  private static final String COLUMNS =
      """
      SELECT attname, format_type(atttypid, atttypmod), attnotnull::text, atthasdef::text
      FROM pg_attribute
      WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
      ORDER BY attnum
      """;

  private final PostgresLink link;

  PostgresCatalog(PostgresLink link) {
    this.link = link;
  }

  /** A column that is there. */
  private record There(String name, String type, boolean isRequired, boolean hasDefault) {}

  /** The columns of a table by their names; none if there is no such table. */
  private Map<String, There> columns(Mapping<?, ?> table) {
    var columns = new HashMap<String, There>();
    for (var row : link.texts(COLUMNS, Identifiers.sql(table.table()))) {
      columns.put(
          row.getFirst(),
          new There(
              row.getFirst(), row.get(1), row.get(2).equals("true"), row.get(3).equals("true")));
    }
    return columns;
  }

  /** Makes the tables that are not there, and indexes that a table lacks. */
  void create(List<? extends Mapping<?, ?>> tables) {
    var absent = tables.stream().filter(table -> columns(table).isEmpty()).toList();
    absent.forEach(table -> link.run(PostgresDefinitions.creation(table)));
    tables.forEach(table -> PostgresDefinitions.indexes(table).forEach(link::run));
    absent.forEach(table -> PostgresDefinitions.references(table).forEach(link::run));
  }

  List<String> missing(List<? extends Mapping<?, ?>> tables) {
    return tables.stream().flatMap(this::missing).toList();
  }

  private Stream<String> missing(Mapping<?, ?> table) {
    var there = columns(table);
    return there.isEmpty()
        ? Stream.of(table.table())
        : table.columns().stream()
            .filter(column -> !there.containsKey(key(column)))
            .map(column -> place(table, column));
  }

  private static String key(Column<?, ?> column) {
    return column.spec().column().toLowerCase(Locale.ROOT);
  }

  private static String place(Mapping<?, ?> table, Column<?, ?> column) {
    return table.table() + "." + column.spec().column();
  }

  List<Difference> differences(List<? extends Mapping<?, ?>> tables) {
    return tables.stream().flatMap(this::differences).toList();
  }

  private Stream<Difference> differences(Mapping<?, ?> table) {
    var there = columns(table);
    return table.columns().stream()
        .flatMap(column -> {
          var found = there.get(key(column));
          var asked = PostgresTypes.name(column.type());
          return found == null || fits(found.type(), asked)
              ? Stream.empty()
              : Stream.of(
                  new Difference(place(table, column), found.type(), asked, advice(table, column)));
        });
  }

  /** Whether a column holds every value of another type, and nothing that it could not be. */
  private static boolean fits(String there, String asked) {
    return there.equals(asked)
        || (asked.equals("text") && there.startsWith("character varying"))
        || (asked.equals("jsonb") && there.equals("json"));
  }

  private static String advice(Mapping<?, ?> table, Column<?, ?> column) {
    var name = Identifiers.sql(column.spec().column());
    return "let the component %s be what it was, or run: ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s::%s"
        .formatted(
            column.spec().name(),
            Identifiers.sql(table.table()),
            name,
            PostgresTypes.declared(column.type()),
            name,
            PostgresTypes.name(column.type()));
  }

  Extension extend(List<? extends Mapping<?, ?>> tables) {
    var added = new ArrayList<String>();
    var refused = new ArrayList<String>();
    for (var table : tables) {
      var there = columns(table);
      if (!there.isEmpty()) extend(table, there, added, refused);
    }
    return new Extension(added, List.of(), refused);
  }

  private void extend(
      Mapping<?, ?> table, Map<String, There> there, List<String> added, List<String> refused) {
    for (var column : table.columns()) {
      if (there.containsKey(key(column))) continue;
      var isEmpty =
          link.texts(
                  "SELECT EXISTS (SELECT 1 FROM %s)::text"
                      .formatted(Identifiers.sql(table.table())))
              .getFirst()
              .equals(List.of("false"));
      if (column.spec().isNullable() || isEmpty) {
        PostgresDefinitions.added(table, column, "").forEach(link::run);
        added.add(place(table, column));
      } else {
        refused.add(
            "The column %s is not there, and the rows of %s have no value for it."
                .formatted(place(table, column), table.table()));
      }
    }
  }
}
