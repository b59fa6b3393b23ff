package dev.covet.data.postgres.tables;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Extension;
import dev.covet.data.driver.Step;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tables that are there, as PostgreSQL's catalog has them, and what becomes of them. */
public final class PostgresCatalog {
  private static final String COLUMNS =
      """
      SELECT attname, format_type(atttypid, atttypmod), attnotnull::text, atthasdef::text
      FROM pg_attribute
      WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
      ORDER BY attnum
      """;

  /** Types that do not hold every value of another one. */
  static final Map<String, Set<String>> NARROWER =
      Map.of(
          "bigint", Set.of("integer", "smallint"),
          "integer", Set.of("smallint"),
          "double precision", Set.of("real"));

  private final PostgresAnswers link;

  /** The tables that a connection leads to. */
  public PostgresCatalog(PostgresAnswers link) {
    this.link = link;
  }

  /** A column that is there. */
  record There(String name, String type, boolean isRequired, boolean hasDefault) {}

  /** The columns of a table by their names; none if there is no such table. */
  Map<String, There> columns(Mapping<?, ?> table) {
    return columns(table.table());
  }

  /** The same of a table by its name. */
  Map<String, There> columns(String table) {
    var columns = new HashMap<String, There>();
    for (var row : link.texts(COLUMNS, Identifiers.sql(table))) {
      columns.put(
          row.getFirst(),
          new There(
              row.getFirst(), row.get(1), row.get(2).equals("true"), row.get(3).equals("true")));
    }
    return columns;
  }

  /** Makes the tables that are not there, and indexes that a table lacks. */
  public void create(List<? extends Mapping<?, ?>> tables) {
    var absent = tables.stream().filter(table -> columns(table).isEmpty()).toList();
    absent.forEach(table -> link.run(PostgresDefinitions.creation(table)));
    absent.forEach(table -> PostgresDefinitions.notes(table).forEach(link::run));
    tables.forEach(table -> PostgresDefinitions.indexes(table).forEach(link::run));
    absent.forEach(table -> PostgresDefinitions.references(table).forEach(link::run));
  }

  /** Tables and columns that are not there. */
  public List<String> missing(List<? extends Mapping<?, ?>> tables) {
    return tables.stream().flatMap(this::missing).toList();
  }

  private Stream<String> missing(Mapping<?, ?> table) {
    var there = columns(table);
    return there.isEmpty()
        ? Stream.of(table.table())
        : table.columns().stream()
            .filter(column -> !there.containsKey(key(column)))
            .map(column -> TableSql.place(table, column));
  }

  /** A column's name as the catalog has it. */
  static String key(Column<?, ?> column) {
    var name = column.column();
    return Identifiers.sql(name).startsWith("\"") ? name : name.toLowerCase(Locale.ROOT);
  }

  /**
   * Columns that are others than their components ask for.
   *
   * @throws DatabaseFault if one has no room for each value: the client would cut what is too long
   */
  public List<Difference> differences(List<? extends Mapping<?, ?>> tables) {
    var differences = tables.stream().flatMap(this::differences).toList();
    for (var each : differences) {
      if (NARROWER.getOrDefault(each.asked(), Set.of()).contains(each.there())) {
        throw new DatabaseFault(
            DatabaseFault.Kind.BROKEN,
            "the column %s is %s, too narrow for its component; %s"
                .formatted(each.column(), each.there(), each.advice()));
      }
    }
    return differences;
  }

  private Stream<Difference> differences(Mapping<?, ?> table) {
    var there = columns(table);
    var rules = PostgresRules.of(link, table, required(table, there)).differences();
    return Stream.concat(types(table, there), rules.stream());
  }

  /** Whether columns are NOT NULL; those of another type have no constraints to be compared. */
  static Map<String, Boolean> required(Mapping<?, ?> table, Map<String, There> there) {
    var required = new HashMap<String, Boolean>();
    for (var column : table.columns()) {
      var found = there.get(key(column));
      if (found != null && fits(found.type(), PostgresTypes.name(column.type()))) {
        required.put(found.name(), found.isRequired());
      }
    }
    return required;
  }

  private static Stream<Difference> types(Mapping<?, ?> table, Map<String, There> there) {
    return table.columns().stream()
        .flatMap(column -> {
          var found = there.get(key(column));
          var asked = PostgresTypes.name(column.type());
          return found == null || fits(found.type(), asked)
              ? Stream.empty()
              : Stream.of(
                  new Difference(
                      TableSql.place(table, column), found.type(), asked, advice(table, column)));
        });
  }

  /** Whether a column holds every value of another type, and nothing that it could not be. */
  static boolean fits(String there, String asked) {
    return there.equals(asked)
        || (asked.equals("text") && there.equals("character varying"))
        || (asked.equals("json") && there.equals("jsonb"));
  }

  private static String advice(Mapping<?, ?> table, Column<?, ?> column) {
    var name = TableSql.name(column);
    return "let the component %s be what it was, or run: ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s::%s"
        .formatted(
            column.spec().name(),
            TableSql.name(table),
            name,
            PostgresTypes.declared(column.type()),
            name,
            PostgresTypes.name(column.type()));
  }

  /**
   * Adds columns that rows can have, and gives columns the constraints of their components; nothing
   * if something is refused.
   */
  public Extension extend(List<? extends Mapping<?, ?>> tables) {
    var renamed = new ArrayList<Step>();
    var renames = new PostgresRenames(link, renamed::add);
    var additions = new PostgresAdditions(link);
    var rules = new ArrayList<PostgresRules>();
    for (var table : tables) {
      renames.of(table);
      var there = columns(table);
      if (there.isEmpty()) continue; // the table is made as a whole
      additions.to(table, there.values());
      rules.add(PostgresRules.of(link, table, required(table, there)));
    }
    var refused = new ArrayList<>(additions.refused());
    rules.forEach(each -> refused.addAll(each.refused()));
    if (!refused.isEmpty()) return new Extension(List.of(), List.of(), refused);
    renamed.stream().flatMap(step -> step.sql().stream()).forEach(link::run);
    var changed = rules.stream().flatMap(each -> each.change().stream()).toList();
    return new Extension(additions.add(), changed, List.of());
  }
}
