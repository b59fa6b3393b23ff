package dev.covet.data;

import dev.covet.api.ApiError;
import dev.covet.api.Conflict;
import dev.covet.api.Unavailable;
import dev.covet.base.loop.PoolFull;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Violation;
import dev.covet.data.query.Column;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.Statements;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A driver for sessions: what it throws becomes what a client may be told. */
final class Store {
  private final Driver driver;

  Store(Driver driver) {
    this.driver = driver;
  }

  Driver driver() {
    return driver;
  }

  <R extends @Nullable Object> R told(Supplier<R> work) {
    try {
      return work.get();
    } catch (DatabaseFault fault) {
      throw switch (fault.kind()) {
        case UNAVAILABLE -> new Unavailable(String.valueOf(fault.getMessage()));
        case TIMEOUT -> new StatementTimeout(fault);
        case BROKEN -> fault;
      };
    } catch (PoolFull _) {
      throw new Unavailable("The database is busy");
    }
  }

  /** What a client is told of a violation by a row of these values. */
  ApiError conflict(
      Violation violation, Mapping<?, ?> table, @Nullable Object[] values, Link link) {
    for (var column : table.columns()) {
      var isTaken = violation.columns().contains(column.spec().column());
      if (isTaken || refersToNothing(violation, column, values[column.index()], link)) {
        var field = table.shape().names().get(column.index());
        return isTaken
            ? Conflict.at(field, "taken", "is taken")
            : Conflict.at(field, "invalid", "refers to nothing");
      }
    }
    return new Conflict("This does not fit what is stored");
  }

  private boolean refersToNothing(
      Violation violation, Column<?, ?> column, @Nullable Object value, Link link) {
    var reference = column.spec().reference();
    return violation.rule() == Violation.Rule.REFERENCE
        && reference != null
        && value != null
        && link.query(statements(reference.target().get()).exists(value), _ -> true).isEmpty();
  }

  <T, K> Statements<T, K> statements(Mapping<T, K> table) {
    return new Statements<>(table, driver.dialect());
  }
}
