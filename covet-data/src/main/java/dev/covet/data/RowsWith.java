package dev.covet.data;

import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Selection;
import dev.covet.data.table.RowSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows, each with further values that are read by the same statement. Immutable.
 *
 * @param <T> the table's record
 * @param <R> what is made of a row and its values
 */
public final class RowsWith<T, R> {
  private final Source<T, ?> source;
  private final List<Formula<T, ?>> values;
  private final BiFunction<Object, List<? extends @Nullable Object>, R> make;

  private RowsWith(
      Source<T, ?> source,
      List<Formula<T, ?>> values,
      BiFunction<Object, List<? extends @Nullable Object>, R> make) {
    this.source = source;
    this.values = List.copyOf(values);
    this.make = make;
  }

  /** Where the rows come from. */
  record Source<T, S>(RowQueries queries, RowSource<T, ?, S> rows, Selection<T> query) {
    private Source<T, S> of(Selection<T> other) {
      return new Source<>(queries, rows, other);
    }

    private <R> List<R> list(RowsWith<T, R> with) {
      var block = queries.with(rows, query, with.values);
      var made = new ArrayList<R>(block.rows().size());
      for (var at = 0; at < block.rows().size(); at++) {
        made.add(with.make.apply(block.rows().get(at), block.values().get(at)));
      }
      return Collections.unmodifiableList(made);
    }

    private long count() {
      return queries.count(rows.root(), query.condition());
    }
  }

  @SuppressWarnings("unchecked") // the source gives such rows
  static <T, S, V, R> RowsWith<T, R> of(
      Source<T, S> source,
      Expression<T, V> value,
      BiFunction<? super S, ? super V, ? extends R> make) {
    return new RowsWith<>(
        source,
        List.of(value.formula()),
        (row, values) -> make.apply((S) row, at(values, 0, value)));
  }

  @SuppressWarnings({"unchecked", "NullAway", "unused"}) // it is of the expression's type
  private static <V> V at(List<? extends @Nullable Object> values, int at, Expression<?, V> of) {
    return (V) values.get(at);
  }

  /** One more value of each row. */
  public <V, S> RowsWith<T, S> with(
      Expression<T, V> value, BiFunction<? super R, ? super V, ? extends S> further) {
    var all = new ArrayList<>(values);
    all.add(value.formula());
    return new RowsWith<>(
        source,
        all,
        (row, read) -> further.apply(make.apply(row, read), at(read, values.size(), value)));
  }

  /** All of them, as {@link Rows#list()} reads them. */
  public List<R> list() {
    return source.list(this);
  }

  /** One page of them, as {@link Rows#list(Paging)} reads it. */
  public List<R> list(Paging paging) {
    return with(source.query().part(paging.offset(), paging.limit())).list();
  }

  /** One page of them, and how many there are in all: by a statement of its own. */
  public Page<R> page(Paging paging) {
    return source.queries().together(() -> new Page<>(list(paging), source.count()));
  }

  /** The first, if there is one. */
  public Optional<R> first() {
    return with(source.query().limit(Math.min(1, source.query().limit()))).list().stream()
        .findFirst();
  }

  private RowsWith<T, R> with(Selection<T> query) {
    return new RowsWith<>(source.of(query), values, make);
  }
}
