package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Violation;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.Selection;
import dev.covet.data.query.Statements;
import dev.covet.data.query.Upkept;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes any number of rows of one table, and sees to it that they keep their constraints. */
final class BulkWrites<T> {
  private final Store store;
  private final Mapping<T, ?> table;
  private final Writes<T, ?> writes;
  private final Statements<T, ?> statements;

  BulkWrites(Store store, Mapping<T, ?> table) {
    this.store = store;
    this.table = table;
    this.writes = new Writes<>(store, table);
    this.statements = store.statements(table);
  }

  /** New values of rows, and what is bound for them. */
  static final class Update<T> {
    private final Selection<T> rows;
    private final Writes.Written written;
    private final @Nullable Object[] stored;
    private final boolean isOfEach;

    /**
     * An update.
     *
     * @param isOfEach whether what becomes of a row depends on what it was
     */
    private Update(
        Selection<T> rows, Writes.Written written, @Nullable Object[] stored, boolean isOfEach) {
      this.rows = rows;
      this.written = written;
      this.stored = stored;
      this.isOfEach = isOfEach;
    }
  }

  /** New values for some rows. */
  Update<T> update(Selection<T> rows, Changes<T> changes) {
    var written = writes.merge().written(changes);
    Upkept.updated(table, written.values(), written.at(), store.now());
    var given = (BitSet) written.at().clone();
    given.andNot(expressions(written.values()));
    var isOfEach = table.hasRules() || !given.equals(written.at());
    var stored = RowValues.normalize(table, written.values(), given);
    return new Update<>(rows, written, stored, isOfEach);
  }

  private static BitSet expressions(@Nullable Object[] values) {
    var at = new BitSet();
    for (var n = 0; n < values.length; n++) at.set(n, values[n] instanceof Expression<?, ?>);
    return at;
  }

  /** Writes them; what a row breaks is seen on it, and throwing undoes all. */
  long change(Link link, Update<T> update) {
    try {
      return update.isOfEach ? changeEach(link, update) : changeAll(link, update);
    } catch (Violation violation) {
      throw writes.conflict(violation, update.written, link);
    }
  }

  private long changeEach(Link link, Update<T> update) {
    return changedEach(link, update).size();
  }

  private List<T> changedEach(Link link, Update<T> update) {
    var sql = statements.bulk().updateAndRead(update.rows, update.stored, update.written.at());
    return link.query(sql, row -> writes.merge().kept(statements.values(row), update.written));
  }

  /** As {@link #change}, and gives the rows as they are then, in any order. */
  List<T> changed(Link link, Update<T> update) {
    try {
      return changedEach(link, update);
    } catch (Violation violation) {
      throw writes.conflict(violation, update.written, link);
    }
  }

  /** All rows get the same values, so that one of them shows what these break. */
  private long changeAll(Link link, Update<T> update) {
    var first = link.query(statements.bulk().first(update.rows), statements::values);
    if (first.isEmpty()) {
      return 0;
    }
    writes.merge().kept(update.written.over(first.getFirst()), update.written);
    return link.execute(statements.bulk().update(update.rows, update.stored, update.written.at()));
  }

  /** Takes rows away; gives them as they were, in any order. */
  List<T> removed(Link link, Selection<T> rows) {
    try {
      return link.query(
          statements.bulk().deleteAndRead(rows), row -> table.shape().make(statements.values(row)));
    } catch (Violation _) {
      throw writes.merge().stillReferred();
    }
  }

  /** Takes rows away; gives their number. */
  long remove(Link link, Selection<T> rows) {
    try {
      return link.execute(statements.bulk().delete(rows));
    } catch (Violation _) {
      throw writes.merge().stillReferred();
    }
  }
}
