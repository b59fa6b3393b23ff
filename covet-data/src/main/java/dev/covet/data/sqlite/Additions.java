package dev.covet.data.sqlite;

import dev.covet.data.driver.Extension;
import dev.covet.data.query.Column;
import dev.covet.data.query.Identifiers;
import dev.covet.data.query.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Columns for tables that have rows: those are added that the rows can have, null or the default.
 * Nothing is ever removed.
 */
final class Additions {
  private final SqliteLink link;
  private final List<String> added = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  Additions(SqliteLink link) {
    this.link = link;
  }

  Extension to(List<? extends Mapping<?, ?>> tables) {
    tables.forEach(this::extend);
    return new Extension(added, refused);
  }

  private void extend(Mapping<?, ?> table) {
    var there =
        link.columns(table.table()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (there.isEmpty()) return; // the table is made as a whole
    for (var column : table.columns()) {
      if (!there.contains(column.spec().column().toLowerCase(Locale.ROOT))) add(table, column);
    }
    var wanted =
        table.columns().stream()
            .map(column -> column.spec().column().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    link.neededColumns(table.table()).stream()
        .filter(name -> !wanted.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> refused.add(spare(table.table(), name)));
  }

  private void add(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var property = table.schema().properties().get(spec.index());
    var value =
        spec.isNullable()
            ? "NULL"
            : DefaultSql.of(column.type(), property.defaultJson()).orElse("");
    if (value.isEmpty() || spec.isKey() || (spec.isUnique() && !spec.isNullable())) {
      refused.add(lacking(table, column));
      return;
    }
    Definitions.added(table, column, value).forEach(link::run);
    added.add(table.table() + "." + spec.column());
  }

  private static String lacking(Mapping<?, ?> table, Column<?, ?> column) {
    var name = column.spec().column();
    return """
    The table %s has no column %s, and its rows have no value for it. Give the component %s a \
    @Default, make it @Nullable, or decide in SQL: ALTER TABLE %s ADD COLUMN %s %s NOT NULL DEFAULT ...\
    """
        .formatted(
            table.table(),
            name,
            column.spec().name(),
            Identifiers.sql(table.table()),
            Identifiers.sql(name),
            Storage.affinity(column.type()));
  }

  private static String spare(String table, String column) {
    return """
    The table %s still has the column %s, which no component of its record fills, so that nothing \
    could be inserted. To remove it with its values: ALTER TABLE %s DROP COLUMN %s\
    """
        .formatted(table, column, Identifiers.sql(table), Identifiers.sql(column));
  }
}
