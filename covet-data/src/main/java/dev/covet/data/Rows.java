package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Assignment;
import dev.covet.api.Cursor;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Slice;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Order;
import dev.covet.data.query.RowLock;
import dev.covet.data.query.Selection;
import dev.covet.data.query.Simple;
import dev.covet.data.query.Sort;
import dev.covet.data.table.RowSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows that are asked for, until a last call reads them. Immutable: each call gives a new question.
 *
 * @param <T> the table's record, by whose columns rows are asked for
 * @param <R> what a row becomes
 */
public final class Rows<T, R> implements Selecting<T> {
  private final RowQueries queries;
  private final RowSource<T, ?, R> source;
  private final Selection<T> query;

  Rows(RowQueries queries, RowSource<T, ?, R> source, Selection<T> query) {
    this.queries = queries;
    this.source = source;
    this.query = query;
  }

  /** Only rows that fulfil all of these, too. */
  @SafeVarargs
  public final Rows<T, R> where(Condition<T>... conditions) {
    var all = new ArrayList<Condition<T>>();
    for (var each : conditions) all.add(each);
    return where(all);
  }

  /** As {@link #where(Condition[])}: one for each word of a search. */
  public Rows<T, R> where(Collection<? extends Condition<T>> conditions) {
    return with(query.and(List.copyOf(conditions)));
  }

  /**
   * Sorted by the first, where that is equal by the second; by the key in the end if not all rows
   * are asked for.
   */
  @SafeVarargs
  public final Rows<T, R> orderBy(Order<T>... orders) {
    var all = new ArrayList<Order<T>>();
    for (var each : orders) all.add(each);
    return with(query.orderBy(all));
  }

  /** Sorted as a client asks for; by the key in the end if not all rows are asked for. */
  public Rows<T, R> orderBy(Sort<T> sort) {
    return with(query.orderBy(sort.orders()));
  }

  /**
   * Keeps the rows that {@code list} and {@code first} read from other transactions until this one
   * ends; those that another one keeps are waited for. On SQLite one transaction writes at a time.
   */
  public Rows<T, R> forUpdate() {
    return with(query.locked(RowLock.WAIT));
  }

  /** As {@link #forUpdate}, but leaves out rows that another transaction keeps: for queues. */
  public Rows<T, R> skipLocked() {
    return with(query.locked(RowLock.SKIP));
  }

  /**
   * At most so many rows.
   *
   * @param limit at least 0
   */
  public Rows<T, R> limit(int limit) {
    if (limit < 0) throw new IllegalArgumentException("limit must be at least 0: " + limit);
    return with(query.limit(limit));
  }

  /**
   * Without the first rows, so many of them.
   *
   * @param offset at least 0
   */
  public Rows<T, R> offset(long offset) {
    if (offset < 0) throw new IllegalArgumentException("offset must be at least 0: " + offset);
    return with(query.offset(offset));
  }

  /**
   * All of the rows.
   *
   * @throws TooManyValues if an {@code in(...)} lists more than 1,000 values
   * @throws RuntimeException if there are more than 100,000 rows
   * @throws IllegalStateException after {@link #forUpdate} and outside of {@code db.tx}
   */
  public List<R> list() {
    return queries.list(source, query);
  }

  /** The rows of one page of these: an offset and a limit that were given before still hold. */
  public List<R> list(Paging paging) {
    return queries.list(source, query.part(paging.offset(), paging.limit()));
  }

  /**
   * One page of these, and how many there are in all, read as they are at one moment. An offset and
   * a limit that were given before hold for the page alone.
   */
  public Page<R> page(Paging paging) {
    return queries.page(source, query, paging);
  }

  /**
   * The rows behind a position, by the key in the end. An offset that was given before is for the
   * first part.
   *
   * @throws dev.covet.api.Invalid if the position is none of this list in this order
   * @throws IllegalArgumentException if there is a limit besides the cursor's
   */
  public Slice<R> page(Cursor cursor) {
    return queries.slice(source, query, cursor);
  }

  /**
   * All of the rows one after the other, by the key in the end. They are read in blocks of 1,000
   * and no connection is held in between: rows that are written meanwhile may be among them, unless
   * it is in {@code db.readOnly}. No limit of rows applies.
   */
  public Stream<R> stream() {
    return StreamSupport.stream(new RowBlocks<>(queries, source, query), false);
  }

  /** The first row, if there is one. */
  public Optional<R> first() {
    return limit((int) Math.min(1, query.limit())).list().stream().findFirst();
  }

  /** Whether there is one, whatever the offset and the limit. */
  public boolean exists() {
    return queries.exists(source.root(), query.condition());
  }

  /** The number of rows, whatever the offset and the limit. */
  public long count() {
    return queries.count(source.root(), query.condition());
  }

  /**
   * Writes the columns that are present into these rows, by one statement. The record's rules
   * ({@code @AssertTrue}) are checked on each row; then there are at most {@code RESULT_ROWS_MAX}.
   * What its constructor alone refuses is seen on one row: say it by {@code @AssertTrue}.
   *
   * @return how many rows there are; 0 if no column is present
   * @throws dev.covet.api.Conflict if a unique value is taken, or a key refers to a row that does
   *     not exist; no row is changed then, as with all that is thrown
   * @throws dev.covet.api.Invalid if a rule over several components would not hold for a row
   * @throws BrokenRow if a changed column breaks its constraints
   * @throws IllegalStateException if conditions were given and none is left
   */
  public long update(Changes<T> changes) {
    return queries.update(source.root(), narrowed(), changes);
  }

  /**
   * As {@link #update(Changes)}; values may be worked out of the row: {@code
   * HERO.age.setTo(HERO.age.plus(1))}. Then constraints are checked on each row.
   */
  @SafeVarargs
  public final long update(Assignment<T> first, Assignment<T>... more) {
    var changes = Changes.of(first);
    for (var assignment : more) changes = changes.with(assignment);
    return update(changes);
  }

  /** These rows of the table, which the next call changes or takes away, and gives. */
  public Returning<T> returning() {
    return new Returning<>(queries, source.root(), narrowed());
  }

  /**
   * A further value of each row, read by the same statement: {@code
   * db.from(POST_WITH_AUTHOR).with(is(liked), PostForMe::new)}.
   *
   * @param make makes one of a row and the value, which may be null where the value may
   */
  public <V, S> RowsWith<T, S> with(
      Expression<T, V> value, BiFunction<? super R, ? super V, ? extends S> make) {
    return RowsWith.of(new RowsWith.Source<>(queries, source, query), value, make);
  }

  /**
   * Takes these rows away, by one statement.
   *
   * @return how many there were
   * @throws dev.covet.api.Conflict if others refer to one of them; none is taken away then
   * @throws IllegalStateException if conditions were given and none is left
   */
  public long delete() {
    return queries.delete(source.root(), narrowed());
  }

  /** What was to be some rows must not become all of them, since a client left a value out. */
  private Selection<T> narrowed() {
    var condition = query.condition();
    if (!(condition instanceof Condition.Open<T>) && Simple.isOpen(condition)) {
      throw new IllegalStateException(
          "All conditions were left out, so this would be every row of %s. If that is meant, say it without where(...)."
              .formatted(source.root().table()));
    }
    return query;
  }

  /**
   * Rows that have the same there become one: {@code groupBy(HERO.teamId).select(HERO.teamId,
   * count())}.
   */
  @SafeVarargs
  public final Grouped<T> groupBy(Expression<T, ?>... values) {
    var groups = new ArrayList<Formula<T, ?>>();
    for (var value : values) groups.add(value.formula());
    return Grouped.of(queries, source.root(), query, groups);
  }

  @Override
  public Selected<T> selecting(List<? extends Expression<T, ?>> values) {
    return Grouped.of(queries, source.root(), query, List.of()).selecting(values);
  }

  private Rows<T, R> with(Selection<T> other) {
    return new Rows<>(queries, source, other);
  }
}
