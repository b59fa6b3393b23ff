package dev.covet.data.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a statement that gives rows. */
@FunctionalInterface
public interface Fetch {
  /** What {@code each} makes of every row, in the order of the rows. */
  <R extends @Nullable Object> List<R> query(Sql sql, Function<? super Row, ? extends R> each);
}
