package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Assignment;
import dev.covet.data.query.Selection;
import dev.covet.data.table.Mapping;
import java.util.List;

/**
 * Rows of a table that are about to be changed or taken away, and are wanted back: {@code
 * db.from(HERO).where(...).returning().delete()}. Immutable. There are at most {@code
 * RESULT_ROWS_MAX} of them, in any order.
 *
 * @param <T> the table's record
 */
public final class Returning<T> {
  private final RowQueries queries;
  private final Mapping<T, ?> table;
  private final Selection<T> rows;

  Returning(RowQueries queries, Mapping<T, ?> table, Selection<T> rows) {
    this.queries = queries;
    this.table = table;
    this.rows = rows;
  }

  /**
   * As {@link Rows#update(Changes)}.
   *
   * @return the rows as they are now
   */
  public List<T> update(Changes<T> changes) {
    return queries.updated(table, rows, changes);
  }

  /**
   * As {@link Rows#update(Assignment, Assignment[])}.
   *
   * @return the rows as they are now
   */
  @SafeVarargs
  public final List<T> update(Assignment<T> first, Assignment<T>... more) {
    var changes = Changes.of(first);
    for (var assignment : more) changes = changes.with(assignment);
    return update(changes);
  }

  /**
   * As {@link Rows#delete()}.
   *
   * @return the rows as they were
   */
  public List<T> delete() {
    return queries.deleted(table, rows);
  }
}
