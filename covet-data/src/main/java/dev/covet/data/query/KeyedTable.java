package dev.covet.data.query;

import dev.covet.api.Changes.Shape;
import dev.covet.gen.MappedTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, as far as rows of it are asked for.
 *
 * @param <T> its record
 */
public interface KeyedTable<T> extends MappedTable {
  /** How the record comes apart and together. */
  Shape<T> shape();

  /**
   * The qualifier of the database that it is in, such as {@code @heroes.Reports}; empty for the
   * app's own.
   */
  default String database() {
    return "";
  }

  /** The columns by which rows are found, in the order of the record. */
  List<? extends Formula.OfColumn<T, ?>> keyColumns();

  /** The column that says whose a row is; null if there is none. */
  Formula.@Nullable OfColumn<T, ?> ownerColumn();

  @Override
  default boolean hasOwner() {
    return ownerColumn() != null;
  }
}
