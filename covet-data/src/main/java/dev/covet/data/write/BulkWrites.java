package dev.covet.data.write;

import dev.covet.api.Changes;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Violation;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Selection;
import dev.covet.data.sql.Sql;
import dev.covet.data.sql.Statements;
import dev.covet.data.store.Store;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.Upkept;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes any number of rows of one table, and sees to it that they keep their constraints. */
public final class BulkWrites<T> {
  private final Store store;
  private final Mapping<T, ?> table;
  private final Writes<T, ?> writes;
  private final Statements<T, ?> statements;

  /** Those of a table. */
  public BulkWrites(Store store, Mapping<T, ?> table) {
    this.store = store;
    this.table = table;
    this.writes = new Writes<>(store, table);
    this.statements = store.statements(table);
  }

  /**
   * New values of rows.
   *
   * @param first reads one of the rows, which shows what the values break; null if what becomes of
   *     a row depends on what it was: then all of them are read once they are written
   * @param isOwned whether rows of one owner are meant, or led to
   */
  public record Update(@Nullable Sql first, Sql sql, Writes.Written written, boolean isOwned) {}

  /** New values for some rows. */
  public Update update(Selection<T> rows, Changes<T> changes) {
    var written = written(changes);
    var given = given(written);
    if (table.hasRules() || !given.equals(written.at())) return ofEach(rows, written, given);
    var stored = RowValues.normalize(table, written.values(), given);
    var bulk = statements.bulk();
    return update(bulk.first(rows), bulk.update(rows, stored, written.at()), written);
  }

  /** New values for some rows, which are read then. */
  public Update updateOfEach(Selection<T> rows, Changes<T> changes) {
    var written = written(changes);
    return ofEach(rows, written, given(written));
  }

  private Writes.Written written(Changes<T> changes) {
    var written = writes.merge().written(changes);
    Upkept.updated(table, written.values(), written.at(), store.now());
    return written;
  }

  private Update ofEach(Selection<T> rows, Writes.Written written, BitSet given) {
    var stored = RowValues.normalize(table, written.values(), given);
    return update(null, statements.bulk().updateAndRead(rows, stored, written.at()), written);
  }

  private Update update(@Nullable Sql first, Sql sql, Writes.Written written) {
    return new Update(first, sql, written, sql.isOwned() || statements.isOwned());
  }

  private static BitSet given(Writes.Written written) {
    var given = (BitSet) written.at().clone();
    given.andNot(expressions(written.values()));
    return given;
  }

  private static BitSet expressions(@Nullable Object[] values) {
    var at = new BitSet();
    for (var n = 0; n < values.length; n++) at.set(n, values[n] instanceof Formula<?, ?>);
    return at;
  }

  /** Writes them; what a row breaks is seen on it, and throwing undoes all. */
  public long change(Link link, Update update) {
    try {
      return update.first == null
          ? changedEach(link, update).size()
          : changeAll(link, update.first, update);
    } catch (Violation violation) {
      throw writes.conflict(violation, update.written, link);
    }
  }

  private List<T> changedEach(Link link, Update update) {
    var rows =
        link.query(update.sql, row -> writes.merge().kept(statements.values(row), update.written));
    writes.mustBeOwn(link, List.of(update.written));
    return rows;
  }

  /** As {@link #change}, and gives the rows as they are then, in any order. */
  public List<T> changed(Link link, Update update) {
    try {
      return changedEach(link, update);
    } catch (Violation violation) {
      throw writes.conflict(violation, update.written, link);
    }
  }

  /** All rows get the same values, so that one of them shows what these break. */
  private long changeAll(Link link, Sql first, Update update) {
    var one = link.query(first, statements::values);
    if (one.isEmpty()) return 0;
    writes.merge().kept(update.written.over(one.getFirst()), update.written);
    var changed = link.execute(update.sql);
    writes.mustBeOwn(link, List.of(update.written));
    return changed;
  }

  /** Takes rows away; gives them as they were, in any order. */
  public List<T> removed(Link link, Sql delete) {
    try {
      return link.query(delete, row -> table.shape().make(statements.values(row)));
    } catch (Violation _) {
      throw writes.merge().stillReferred();
    }
  }

  /** Takes rows away; gives their number. */
  public long remove(Link link, Sql delete) {
    try {
      return link.execute(delete);
    } catch (Violation _) {
      throw writes.merge().stillReferred();
    }
  }
}
