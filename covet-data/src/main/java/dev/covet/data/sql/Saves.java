package dev.covet.data.sql;

import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.CompositeKey;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowKey;
import dev.covet.data.table.Upkept;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements that write a record over the row that has its key. Immutable. */
final class Saves<T> {
  private final List<Column<T, ?>> held;
  private final int keys;
  private final BitSet written;
  private final ByKey<List<Object>> update;
  private final ByKey<List<Object>> exists;

  /**
   * Those of a table.
   *
   * @param statements writes the update of some columns of the rows with a key
   */
  Saves(Mapping<T, ?> table, SqlTerms terms, UpdateStatements<T, ?> statements) {
    var key = table.key().keyColumns();
    this.keys = key.size();
    this.held = new ArrayList<>(key);
    this.written = Upkept.saved(table);
    for (var column : table.columns()) {
      if (column.spec().upkeep() == ColumnSpec.Upkeep.VERSION) held.add(column);
    }
    this.update = statements.updating(written, held(held));
    var sql = terms.writer().add("SELECT ").names(key).add(" FROM ").name(table.table());
    this.exists = new ByKey<>(sql.ofOwner(table), held(key), "", "");
  }

  private static <T> RowKey<T, List<Object>> held(List<Column<T, ?>> columns) {
    return new CompositeKey<>(columns, values -> values);
  }

  /** The columns that are written. */
  BitSet written() {
    return (BitSet) written.clone();
  }

  Sql update(List<Sql.Argument> arguments, @Nullable Object[] values) {
    return update.of(arguments, of(values, held.size()));
  }

  Sql exists(@Nullable Object[] values) {
    return exists.of(of(values, keys));
  }

  private List<Object> of(@Nullable Object[] values, int columns) {
    return held.stream()
        .limit(columns)
        .map(column -> Objects.requireNonNull(values[column.index()]))
        .toList();
  }
}
