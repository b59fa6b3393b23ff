package dev.covet.data.query;

import java.util.List;

/**
 * Which rows, in which order, how many.
 *
 * @param orders by the first, then the second; by the key if there is none and the rows are limited
 * @param offset rows left out before the first
 * @param limit most rows; {@link #ALL} for no limit
 */
public record Query<T>(Condition<T> condition, List<Order<T>> orders, long offset, long limit) {
  /** No limit. */
  public static final long ALL = Long.MAX_VALUE;

  /** Copies the orders. */
  public Query {
    orders = List.copyOf(orders);
  }

  /** The rows that fulfil a condition, all of them, in any order. */
  public static <T> Query<T> of(Condition<T> condition) {
    return new Query<>(condition, List.of(), 0, ALL);
  }
}
