package dev.covet.data.query;

import dev.covet.api.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

  /** All rows, in any order. */
  public static <T> Selection<T> all() {
    return of(new Condition.Open<>());
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

  /** Whether these may be some of all rows. */
  public boolean isLimited() {
    return limit != ALL || offset > 0;
  }

  /**
   * Some values of the rows of a table, or of groups of them.
   *
   * @param <T> the table's record
   * @param picked the values, in their order
   * @param groups rows that have the same here are one; none for no groups
   * @param having which groups
   * @param isDistinct whether what is the same comes once
   * @param selection which rows, in which order
   */
  public record Picking<T>(
      KeyedTable<T> table,
      List<Formula<T, ?>> picked,
      List<Formula<T, ?>> groups,
      Condition<T> having,
      boolean isDistinct,
      Selection<T> selection) {
    /** Copies the lists. */
    public Picking {
      picked = List.copyOf(picked);
      groups = List.copyOf(groups);
    }

    /** This with another selection. */
    public Picking<T> with(Selection<T> other) {
      return new Picking<>(table, picked, groups, having, isDistinct, other);
    }

    /** This, and what is the same comes once. */
    public Picking<T> distinct() {
      return new Picking<>(table, picked, groups, having, true, selection);
    }

    /** This with these values. */
    public Picking<T> picked(List<Formula<T, ?>> values) {
      return new Picking<>(table, values, groups, having, isDistinct, selection);
    }

    /** This, as far as groups fulfil another condition instead. */
    public Picking<T> having(Condition<T> other) {
      return new Picking<>(table, picked, groups, other, isDistinct, selection);
    }

    /** At most so many of these. */
    public Picking<T> limit(int most) {
      return with(selection.limit(Math.min(most, selection.limit())));
    }

    /** One page of these, as far as their own offset and limit go. */
    public Picking<T> part(Paging paging) {
      return with(selection.part(paging.offset(), paging.limit()));
    }
  }
}
