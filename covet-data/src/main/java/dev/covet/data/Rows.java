package dev.covet.data;

import dev.covet.api.Paging;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Order;
import dev.covet.data.query.RowSource;
import dev.covet.data.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows that are asked for, until a last call reads them. Immutable: each call gives a new question.
 *
 * @param <T> the table's record, by whose columns rows are asked for
 * @param <R> what a row becomes
 */
public final class Rows<T, R> {
  private final Session session;
  private final RowSource<T, ?, R> source;
  private final Selection<T> query;

  Rows(Session session, RowSource<T, ?, R> source, Selection<T> query) {
    this.session = session;
    this.source = source;
    this.query = query;
  }

  /** Only rows that fulfil all of these, too. */
  @SafeVarargs
  public final Rows<T, R> where(Condition<T>... conditions) {
    var all = new ArrayList<>(listed(query.condition()));
    for (var condition : conditions) {
      all.add(condition);
    }
    return with(query.where(new Condition.All<>(all)));
  }

  /** The conditions that one is made of, so that further ones stand beside them. */
  private static <T> List<Condition<T>> listed(Condition<T> condition) {
    return switch (condition) {
      case Condition.All<T>(var of) -> of;
      case Condition.Open<T> _ -> List.of();
      case Condition.Any<T> _,
          Condition.Not<T> _,
          Condition.Compare<T, ?> _,
          Condition.Among<T, ?> _,
          Condition.Containing<T> _,
          Condition.Absent<T> _ ->
          List.of(condition);
    };
  }

  /**
   * Sorted by the first, where that is equal by the second; by the key in the end if not all rows
   * are asked for.
   */
  @SafeVarargs
  public final Rows<T, R> orderBy(Order<T>... orders) {
    var all = new ArrayList<Order<T>>();
    for (var order : orders) {
      all.add(order);
    }
    return with(query.orderBy(all));
  }

  /**
   * At most so many rows.
   *
   * @param limit at least 0
   */
  public Rows<T, R> limit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0: " + limit);
    }
    return with(query.limit(limit));
  }

  /**
   * Without the first rows, so many of them.
   *
   * @param offset at least 0
   */
  public Rows<T, R> offset(long offset) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be at least 0: " + offset);
    }
    return with(query.offset(offset));
  }

  /**
   * All of the rows.
   *
   * @throws TooManyValues if an {@code in(...)} lists more than 1,000 values
   * @throws RuntimeException if there are more than 100,000 rows
   */
  public List<R> list() {
    return session.list(source, query);
  }

  /** The rows of one page of these: an offset and a limit that were given before still hold. */
  public List<R> list(Paging paging) {
    return session.list(source, query.part(paging.offset(), paging.limit()));
  }

  /** The first row, if there is one. */
  public Optional<R> first() {
    return limit((int) Math.min(1, query.limit())).list().stream().findFirst();
  }

  /** The number of rows, whatever the offset and the limit. */
  public long count() {
    return session.count(source.root(), query.condition());
  }

  private Rows<T, R> with(Selection<T> other) {
    return new Rows<>(session, source, other);
  }
}
