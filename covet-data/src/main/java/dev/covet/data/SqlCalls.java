package dev.covet.data;

import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.data.driver.Link;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.sql.RawSql;
import dev.covet.data.sql.Sql;
import dev.covet.data.sql.SqlRow;
import dev.covet.data.store.Access;
import dev.covet.data.store.Store;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the SQL of an interface, as its session runs all else: in the transaction that is open, and
 * within the same limits. Generated code calls it. Thread-safe as far as the session is.
 */
public final class SqlCalls {
  private final Access access;
  private final Store store;

  /** The calls of a session. */
  public SqlCalls(Session db) {
    this.access = db.access();
    this.store = access.store();
  }

  /**
   * All rows.
   *
   * @param values for the parameters, each as often as it stands in the text
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws Invalid if a value is one that no column can hold
   * @throws TooManyValues if a list has more than 1,000 values
   * @throws IllegalStateException if the columns do not fit
   */
  public <R extends @Nullable Object> List<R> list(
      RawSql sql, SqlRow<R> row, @Nullable Object... values) {
    return rows(sql, row, Integer.MAX_VALUE, values);
  }

  /**
   * The only row.
   *
   * @throws IllegalStateException also if there is none, or a second one
   */
  public <R extends @Nullable Object> R one(RawSql sql, SqlRow<R> row, @Nullable Object... values) {
    var found = rows(sql, row, 1, values);
    if (found.isEmpty()) {
      throw new IllegalStateException(
          sql.name() + " found no row: return an Optional, if there may be none");
    }
    return found.getFirst();
  }

  /**
   * The only row; null if there is none.
   *
   * @throws IllegalStateException also if there is a second one
   */
  public <R> @Nullable R orNull(
      RawSql sql, SqlRow<? extends @Nullable R> row, @Nullable Object... values) {
    var found = rows(sql, row, 1, values);
    return found.isEmpty() ? null : found.getFirst();
  }

  /**
   * The only row, if there is one and it is not null.
   *
   * @throws IllegalStateException also if there is a second one
   */
  public <R> Optional<R> maybe(
      RawSql sql, SqlRow<? extends @Nullable R> row, @Nullable Object... values) {
    return Optional.ofNullable(this.<R>orNull(sql, row, values));
  }

  /**
   * Runs what gives no rows.
   *
   * @return the number of rows that it has changed
   */
  public long change(RawSql sql, @Nullable Object... values) {
    var statement = statement(sql, values);
    return access.writingOnce(link -> link.execute(statement));
  }

  private <R extends @Nullable Object> List<R> rows(
      RawSql sql, SqlRow<R> row, int most, @Nullable Object[] values) {
    var statement = statement(sql, values);
    Function<Link, List<R>> work =
        link -> {
          var found = link.<R>query(statement, row.reading(sql.name()));
          if (found.size() > most) throw several(sql, found.size());
          return Collections.unmodifiableList(found);
        };
    return sql.isWriting() ? access.writing(work) : access.readingOnce(work);
  }

  private static IllegalStateException several(RawSql sql, int rows) {
    return new IllegalStateException(
        "%s found %s rows, and returns one: let it say limit 1, or return a List"
            .formatted(sql.name(), rows));
  }

  private Sql statement(RawSql sql, @Nullable Object[] values) {
    store.check(sql.extent(values));
    return sql.with(store.driver().dialect(), values);
  }
}
