package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows sorted by a value; made by {@code HERO.name.asc()}.
 *
 * @param <T> the table's record
 * @param nulls where the rows stand that have null there
 */
public record Order<T>(Expression<T, ?> expression, Direction direction, Nulls nulls) {
  /** Which end comes first. */
  public enum Direction {
    /** Smallest first. */
    ASCENDING,
    /** Largest first. */
    DESCENDING
  }

  /** Where null stands. */
  public enum Nulls {
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
  }

  /** Null as the largest: last when ascending, first when descending. */
  static <T> Order<T> of(Expression<T, ?> expression, Direction direction) {
    return new Order<>(
        expression, direction, direction == Direction.ASCENDING ? Nulls.LAST : Nulls.FIRST);
  }

  /** This, and null before all values. */
  public Order<T> nullsFirst() {
    return new Order<>(expression, direction, Nulls.FIRST);
  }

  /** This, and null after all values. */
  public Order<T> nullsLast() {
    return new Order<>(expression, direction, Nulls.LAST);
  }

  /** Whether it is the order of a column. */
  boolean isOf(Column<?, ?> other) {
    return expression instanceof Column<?, ?> column && column.index() == other.index();
  }

  /** These, and by the key in the end as far as they do not say it, in the same direction. */
  static <T> List<Order<T>> total(Mapping<T, ?> table, List<Order<T>> asked) {
    var total = new ArrayList<>(asked);
    var direction = Selection.direction(asked);
    for (var key : table.key().keyColumns()) {
      if (asked.stream().noneMatch(it -> it.isOf(key))) total.add(of(key, direction));
    }
    return total;
  }
}
