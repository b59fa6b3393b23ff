package dev.covet.data.sqlite;

import dev.covet.data.driver.Extension;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns for tables that have rows: those are added that the rows can have, null or the default,
 * and get the constraints of their components. No column is ever removed, and nothing is done at
 * all if anything is refused.
 */
final class Additions {
  private final SqliteLink link;
  private final List<String> statements = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<ColumnRules> rules = new ArrayList<>();

  Additions(SqliteLink link) {
    this.link = link;
  }

  Extension to(List<? extends Mapping<?, ?>> tables) {
    tables.forEach(this::extend);
    if (!refused.isEmpty()) return new Extension(List.of(), List.of(), refused);
    var changed = rules.stream().flatMap(each -> each.change().stream()).toList();
    statements.forEach(link::run);
    return new Extension(added, changed, List.of());
  }

  private void extend(Mapping<?, ?> table) {
    var there = lowerCase(link.columns(table.table()));
    if (there.isEmpty()) {
      rename(table); // else the table is made as a whole
      return;
    }
    var compared = ColumnRules.of(link, table, there);
    refused.addAll(compared.refused());
    rules.add(compared);
    for (var column : table.columns()) {
      var was = table.former().of(column.column(), there);
      if (!was.isEmpty()) {
        statements.add(TableSql.renamed(table, column, was));
        added.add(TableSql.place(table, column));
      } else if (!there.contains(column.column().toLowerCase(Locale.ROOT))) {
        add(table, column);
      }
    }
    var wanted =
        lowerCase(
            table.columns().stream()
                .map(it -> it.column())
                .map(it ->
                    Optional.of(table.former().of(it, there)).filter(w -> !w.isEmpty()).orElse(it))
                .toList());
    link.neededColumns(table.table()).stream()
        .filter(name -> !wanted.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> refused.add(spare(table.table(), name)));
  }

  private void rename(Mapping<?, ?> table) {
    var was = table.former().of(table.table(), name -> !link.columns(name).isEmpty());
    if (!was.isEmpty()) statements.add(TableSql.renamed(table, was));
  }

  private static Set<String> lowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private void add(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var property = table.schema().properties().get(spec.index());
    var value =
        spec.isNullable()
            ? "NULL"
            : DefaultSql.of(column.type(), property.defaultJson()).orElse("");
    var isOfEachRow = spec.isUnique() || spec.reference() != null;
    if (spec.isKey()) {
      refused.add(key(table, column));
    } else if (value.isEmpty() || (isOfEachRow && !spec.isNullable())) {
      refused.add(lacking(table, column, isOfEachRow));
    } else {
      statements.addAll(Definitions.added(table, column, value));
      added.add(TableSql.place(table, column));
    }
  }

  private static String key(Mapping<?, ?> table, Column<?, ?> column) {
    return """
    The table %s has no column %s, and SQLite adds no key to a table. Name the column that is its \
    key with @Column, or remove the table with its rows, then save any file: DROP TABLE %s\
    """
        .formatted(table.table(), column.column(), TableSql.name(table));
  }

  private static String lacking(Mapping<?, ?> table, Column<?, ?> column, boolean isOfEachRow) {
    var spec = column.spec();
    return """
    The table %s has no column %s, and its rows have no value for it. %s, or decide in SQL, then \
    save any file: %s\
    """
        .formatted(
            table.table(),
            spec.column(),
            isOfEachRow
                ? "Make the component " + spec.name() + " @Nullable"
                : "Give the component " + spec.name() + " a @Default, make it @Nullable",
            String.join("; ", decided(table, column)));
  }

  /** What a person may run who knows the values of the rows. */
  private static List<String> decided(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var name = TableSql.name(table);
    var added =
        "ALTER TABLE %s ADD COLUMN %s %s NOT NULL DEFAULT ..."
            .formatted(name, Identifiers.sql(spec.column()), Storage.affinity(column.type()));
    if (!spec.isUnique()) return List.of(added);
    var filled = "UPDATE %s SET %s = ...".formatted(name, Identifiers.sql(spec.column()));
    return List.of(added, filled, Definitions.index(table, column).getFirst());
  }

  private String spare(String table, String column) {
    var why =
        """
        The table %s still has the column %s, which no component of its record fills, so that \
        nothing could be inserted. \
        """
            .formatted(table, column);
    if (!link.indexes(table, column, "u").isEmpty()) {
      return why
          + "SQLite removes no column that is UNIQUE where the table is created: make the table"
          + " anew without it, then save any file.";
    }
    var statements = new ArrayList<String>();
    link.indexes(table, column, "c")
        .forEach(index -> statements.add("DROP INDEX IF EXISTS " + Identifiers.foreign(index)));
    statements.add(
        "ALTER TABLE %s DROP COLUMN %s"
            .formatted(Identifiers.sql(table), Identifiers.foreign(column)));
    return why
        + "To remove it with its values, run this, then save any file: "
        + String.join("; ", statements);
  }
}
