package dev.covet.data.query;

import java.util.List;

/**
 * Which rows, in which order, how many.
 *
 * @param orders by the first, then the second; by the key if there is none and the rows are limited
 * @param offset rows left out before the first
 * @param limit most rows; {@link #ALL} for no limit
 * @param isPage whether others may be asked for that come before or behind these, so that the key
 *     decides between rows that are equal by all orders
 */
public record Selection<T>(
    Condition<T> condition, List<Order<T>> orders, long offset, long limit, boolean isPage) {
  /** No limit. */
  public static final long ALL = Long.MAX_VALUE;

  /** Copies the orders. */
  public Selection {
    orders = List.copyOf(orders);
  }

  /** The rows that fulfil a condition, all of them, in any order. */
  public static <T> Selection<T> of(Condition<T> condition) {
    return new Selection<>(condition, List.of(), 0, ALL, false);
  }

  /** These, as far as they fulfil another condition instead. */
  public Selection<T> where(Condition<T> other) {
    return new Selection<>(other, orders, offset, limit, isPage);
  }

  /** These in another order. */
  public Selection<T> orderBy(List<Order<T>> others) {
    return new Selection<>(condition, others, offset, limit, isPage);
  }

  /** At most so many of these. */
  public Selection<T> limit(long most) {
    return new Selection<>(condition, orders, offset, most, isPage);
  }

  /** These as one page of several. */
  public Selection<T> page(long from, long most) {
    return new Selection<>(condition, orders, from, most, true);
  }

  /** One page of these, as far as their own offset and limit go. */
  public Selection<T> part(int from, int most) {
    var start = Math.min(offset, Long.MAX_VALUE - from) + from;
    return page(start, Math.clamp(limit - from, 0, most));
  }

  boolean isLimited() {
    return limit != ALL || offset > 0;
  }
}
