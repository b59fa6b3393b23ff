package dev.covet.data.query;

import dev.covet.api.FromPlugin;
import java.util.ArrayList;
import java.util.List;

/**
 * The order that a client asks for, from the query: {@code ?sort=-age,name} is by age, largest
 * first, then by name. Clients can sort by columns that are the key, {@code @Unique} or
 * {@code @Index}, and by no others. Immutable.
 *
 * @param <T> the table's record
 */
@FromPlugin("write Sort<Hero>, where Hero is a record with @Table")
public final class Sort<T> {
  private final List<Order<T>> orders;

  /** These orders, as they are read from a query. */
  public Sort(List<Order<T>> orders) {
    this.orders = List.copyOf(orders);
  }

  /** The orders, of which the first counts most; none if the client does not say. */
  public List<Order<T>> orders() {
    return orders;
  }

  /** This, or other orders if the client asks for none. */
  @SafeVarargs
  public final Sort<T> orElse(Order<T>... others) {
    var all = new ArrayList<Order<T>>();
    for (var each : others) all.add(each);
    return orders.isEmpty() ? new Sort<>(all) : this;
  }
}
