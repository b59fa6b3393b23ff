package dev.covet.data;

import dev.covet.base.observe.LogContext;
import dev.covet.data.driver.Link;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Sql;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements run with the id of their request in the log's context, on whatever
 * thread that is; the thread's own comes back after each.
 */
record Echoed(Link link, String requestId) implements Link {
  @Override
  public <R extends @Nullable Object> List<R> query(
      Sql sql, Function<? super Row, ? extends R> each) {
    return named(() -> link.<R>query(sql, each));
  }

  @Override
  public long execute(Sql sql) {
    return named(() -> link.execute(sql));
  }

  private <R> R named(Supplier<R> work) {
    try (var _ = LogContext.ofRequest(requestId)) {
      return work.get();
    }
  }
}
