package dev.covet.data;

import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Order;
import dev.covet.data.query.Selection;
import dev.covet.data.query.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rows that a {@link Repository} is asked for, until a last call reads them. Immutable.
 *
 * @param <T> the table's record
 */
public final class Search<T> {
  private final Repository<T, ?> repository;
  private final Selection<T> rows;

  Search(Repository<T, ?> repository, Selection<T> rows) {
    this.repository = repository;
    this.rows = rows;
  }

  /** Only rows that fulfil all of these, too. */
  @SafeVarargs
  public final Search<T> where(Condition<T>... conditions) {
    var all = new ArrayList<Condition<T>>();
    for (var each : conditions) all.add(each);
    return where(all);
  }

  /** As {@link #where(Condition[])}: one for each word of a search. */
  public Search<T> where(Collection<? extends Condition<T>> conditions) {
    return new Search<>(repository, rows.and(List.copyOf(conditions)));
  }

  /** Sorted by the first, where that is equal by the second; by the key in the end. */
  @SafeVarargs
  public final Search<T> orderBy(Order<T>... orders) {
    var all = new ArrayList<Order<T>>();
    for (var each : orders) all.add(each);
    return new Search<>(repository, rows.orderBy(all));
  }

  /** Sorted as a client asks for, by the key in the end. */
  public Search<T> orderBy(Sort<T> sort) {
    return new Search<>(repository, rows.orderBy(sort.orders()));
  }

  /** All of the rows. */
  public List<T> list() {
    return repository.list(rows);
  }

  /** The rows of one page. */
  public List<T> list(Paging paging) {
    return repository.list(rows.part(paging.offset(), paging.limit()));
  }

  /** One page, and how many rows there are in all, as they are at one moment. */
  public Page<T> page(Paging paging) {
    return repository.page(rows, paging);
  }

  /** The first row, if there is one. */
  public Optional<T> first() {
    return repository.list(rows.limit(1)).stream().findFirst();
  }

  /** Whether there is one. */
  public boolean exists() {
    return first().isPresent();
  }

  /** The number of rows. */
  public long count() {
    return repository.count(rows.condition());
  }
}
