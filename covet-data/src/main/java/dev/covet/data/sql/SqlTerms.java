package dev.covet.data.sql;

import dev.covet.data.query.Formula;
import dev.covet.data.query.KeyedTable;
import org.jspecify.annotations.Nullable;

/**
 * How statements are written, and about whose rows.
 *
 * @param isOfOwner whether they are about the rows of one owner, where a table has owners; who that
 *     is is said when they are run
 */
public record SqlTerms(Dialect dialect, boolean isOfOwner) {
  /** Those of statements about the rows of everybody. */
  public static SqlTerms of(Dialect dialect) {
    return new SqlTerms(dialect, false);
  }

  SqlWriter writer() {
    return new SqlWriter(this);
  }

  /** The column that says whose a row is; null if rows are not told apart by that. */
  <T> Formula.@Nullable OfColumn<T, ?> owner(KeyedTable<T> table) {
    return isOfOwner ? table.ownerColumn() : null;
  }
}
