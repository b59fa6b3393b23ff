package dev.covet.data.table;

import dev.covet.data.table.ColumnSpec.Upkeep;
import java.time.Instant;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a table that are set at each write, whatever the record holds. */
public final class Upkept {
  private Upkept() {}

  /**
   * The column that counts changes.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static <T> Column<T, ?> version(Mapping<T, ?> table) {
    for (var column : table.columns()) {
      if (column.spec().upkeep() == Upkeep.VERSION) return column;
    }
    throw new IllegalArgumentException(
        table.entity() + " has no @Version, so its rows cannot be asked for one");
  }

  /** Positions of what a saved record writes: all but the key, the version, when it was made. */
  public static BitSet saved(Mapping<?, ?> table) {
    var saved = new BitSet();
    for (var column : table.columns()) {
      var isKept =
          switch (column.spec().upkeep()) {
            case VERSION, CREATED_AT -> true;
            case NONE, UPDATED_AT, OWNER -> column.spec().isKey();
          };
      saved.set(column.index(), !isKept);
    }
    return saved;
  }

  /**
   * Sets the moments of a new row that it does not hold yet: null, or the zero of {@code Instant}.
   *
   * @param values one for each column
   */
  public static void created(Mapping<?, ?> table, @Nullable Object[] values, Instant now) {
    for (var column : table.columns()) {
      var at = column.index();
      if (isMoment(column) && (values[at] == null || Instant.EPOCH.equals(values[at]))) {
        values[at] = now;
      }
    }
  }

  /**
   * Sets the moment of a change, unless it is written anyway.
   *
   * @param values one for each column
   * @param written positions of the columns that are written; those that are set here as well
   */
  public static void updated(
      Mapping<?, ?> table, @Nullable Object[] values, BitSet written, Instant now) {
    for (var column : table.columns()) {
      var at = column.index();
      if (column.spec().upkeep() == Upkeep.UPDATED_AT && !written.get(at)) {
        values[at] = now;
        written.set(at);
      }
    }
  }

  /**
   * Counts a change, unless the number of changes is written anyway.
   *
   * @param row one for each column
   * @param written positions of the columns that are written
   */
  public static void counted(Mapping<?, ?> table, @Nullable Object[] row, BitSet written) {
    for (var column : table.columns()) {
      var at = column.index();
      if (column.spec().upkeep() == Upkeep.VERSION && !written.get(at)) {
        row[at] = row[at] instanceof Long number ? number + 1 : null;
      }
    }
  }

  /**
   * Whether two rows have the same number of changes; so have those of a table that counts none.
   */
  public static boolean isSameVersion(
      Mapping<?, ?> table, @Nullable Object[] one, @Nullable Object[] other) {
    return table.columns().stream()
        .filter(it -> it.spec().upkeep() == Upkeep.VERSION)
        .allMatch(it -> Objects.equals(one[it.index()], other[it.index()]));
  }

  private static boolean isMoment(Column<?, ?> column) {
    var upkeep = column.spec().upkeep();
    return upkeep == Upkeep.CREATED_AT || upkeep == Upkeep.UPDATED_AT;
  }
}
