package dev.covet.data.table;

import dev.covet.data.query.KeyedTable;
import dev.covet.schema.ObjectSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table and its record: what a generated {@code HeroTable} says, and all that a session needs.
 *
 * <p>How rows become records and records rows follows from the columns' types and the record's
 * shape. Implementations are immutable; one object is the table, wherever it is named.
 *
 * @param <T> the record
 * @param <K> its key, boxed
 */
public non-sealed interface Mapping<T, K> extends RowSource<T, K, T>, KeyedTable<T> {
  /** The record as data: constraints that SQL can say become a {@code CHECK}. */
  ObjectSchema schema();

  /** Whether the record has rules over several components ({@code @AssertTrue}). */
  default boolean hasRules() {
    return false;
  }

  /**
   * Whether every row is a record: neither rules over several components refuse one, nor a
   * constructor of the record or of a value in it.
   */
  default boolean isPlain() {
    return false;
  }

  /** The columns, one for each component, in that order. */
  List<Column<T, ?>> columns();

  /** The indexes over several columns; those of one column are in its {@link ColumnSpec}. */
  default List<IndexSpec> indexes() {
    return List.of();
  }

  /** The column, or the columns, by which rows are found. */
  RowKey<T, K> key();

  @Override
  default List<Column<T, ?>> keyColumns() {
    return key().keyColumns();
  }

  @Override
  default @Nullable Column<T, ?> ownerColumn() {
    for (var column : columns()) {
      if (column.spec().upkeep() == ColumnSpec.Upkeep.OWNER) return column;
    }
    return null;
  }

  /** What it and its columns were called before. */
  default FormerNames former() {
    return FormerNames.NONE;
  }

  /** A record with the defaults of its components, to which values are given. */
  default NewRecord<T> newRecord() {
    return NewRecord.given(shape());
  }

  @Override
  default Mapping<T, K> root() {
    return this;
  }
}
