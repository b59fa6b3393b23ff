package dev.covet.data.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index over several columns of a table.
 *
 * @param isUnique whether no two rows hold the same in all of them
 * @param columns in the order of the index
 * @param whereNull the column that is null in the rows that count; null where all rows do
 */
public record IndexSpec(
    boolean isUnique, List<Column<?, ?>> columns, @Nullable Column<?, ?> whereNull) {
  /** Copies the list. */
  public IndexSpec {
    columns = List.copyOf(columns);
  }

  /** An index that finds rows. */
  public static IndexSpec of(Column<?, ?>... columns) {
    return new IndexSpec(false, List.of(columns), null);
  }

  /** One that also lets no two rows hold the same. */
  public static IndexSpec unique(Column<?, ?>... columns) {
    return new IndexSpec(true, List.of(columns), null);
  }

  /** This over the rows alone in which a column is null. */
  public IndexSpec whereNull(Column<?, ?> column) {
    return new IndexSpec(isUnique, columns, column);
  }
}
