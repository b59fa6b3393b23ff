package dev.covet.data.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows, in which order, how many.
 *
 * @param <T> the record of a row
 * @param orders by the first, then the second; where the rows are limited the key decides between
 *     those that are equal by all
 * @param offset rows left out before the first
 * @param limit most rows; {@link #ALL} for no limit
 * @param lock whether they are kept from other transactions
 */
public record Selection<T>(
    Condition<T> condition, List<Order<T>> orders, long offset, long limit, RowLock lock) {
  /** No limit. */
  public static final long ALL = Long.MAX_VALUE;

  /** Copies the orders. */
  public Selection {
    orders = List.copyOf(orders);
  }

  /** The rows that fulfil a condition, all of them, in any order. */
  public static <T> Selection<T> of(Condition<T> condition) {
    return new Selection<>(condition, List.of(), 0, ALL, RowLock.NONE);
  }

  /** These, as far as they fulfil another condition instead. */
  public Selection<T> where(Condition<T> other) {
    return new Selection<>(other, orders, offset, limit, lock);
  }

  /** These, as far as they fulfil further conditions, too. */
  public Selection<T> and(Collection<Condition<T>> others) {
    var all = new ArrayList<Condition<T>>();
    switch (condition) {
      case Condition.All<T>(var of) -> all.addAll(of);
      case Condition.Open<T> _ -> {}
      default -> all.add(condition);
    }
    all.addAll(others);
    return where(new Condition.All<>(all));
  }

  /** These in another order. */
  public Selection<T> orderBy(List<Order<T>> others) {
    return new Selection<>(condition, others, offset, limit, lock);
  }

  /** At most so many of these. */
  public Selection<T> limit(long most) {
    return new Selection<>(condition, orders, offset, most, lock);
  }

  /** These without the first ones, so many of them. */
  public Selection<T> offset(long from) {
    return new Selection<>(condition, orders, from, limit, lock);
  }

  /** These, kept from other transactions. */
  public Selection<T> locked(RowLock other) {
    return new Selection<>(condition, orders, offset, limit, other);
  }

  /** One page of these, as far as their own offset and limit go. */
  public Selection<T> part(int from, int most) {
    var start = Math.min(offset, Long.MAX_VALUE - from) + from;
    return offset(start).limit(Math.clamp(limit - from, 0, most));
  }

  /**
   * These without those up to one of them.
   *
   * @param values what that one has, for each of the orders
   */
  public Selection<T> after(Keyset<T> keyset, List<? extends @Nullable Object> values) {
    return where(new Condition.All<>(List.of(condition, keyset.after(values)))).offset(0);
  }

  /** Whether these may be some of all rows. */
  public boolean isLimited() {
    return limit != ALL || offset > 0;
  }
}
