package dev.covet.data;

import dev.covet.api.Assignment;
import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.FromPlugin;
import dev.covet.api.NotFound;
import dev.covet.base.transaction.UnitOfWork;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.RowSource;
import dev.covet.data.query.Selection;
import dev.covet.data.query.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of one database for one request. A statement stands alone and is
 * durable when it returns, unless it is in {@link #tx}. Not thread-safe, but in a {@code tx}, where
 * statements of several threads come one after the other.
 */
@FromPlugin("install Database.url(...)")
public final class Session {
  private final Store store;
  private final Watch watch;
  private volatile @Nullable TransactionBlock block;

  /** A session on an open database. */
  public Session(Driver driver) {
    this(new Store(driver), Watch.NONE);
  }

  Session(Store store, Watch watch) {
    this.store = store;
    this.watch = watch;
  }

  /** The row with a key, if there is one. */
  public <T, K, R> Optional<R> find(RowSource<T, K, R> source, K key) {
    var plan = store.plan(source);
    Function<Link, List<R>> work = link -> plan.read(key, link);
    return (plan.isOneStatement() ? readingByKey(work) : reading(work)).stream().findFirst();
  }

  /** As {@link #find(RowSource, Object)}, for keys written as numbers. */
  public <T, R> Optional<R> find(RowSource<T, Long, R> source, long key) {
    return find(source, (Long) key);
  }

  /**
   * The row with a key.
   *
   * @throws NotFound if there is none
   */
  public <T, K, R> R get(RowSource<T, K, R> source, K key) {
    return find(source, key).orElseThrow(() -> new Writes<>(store, source.root()).notFound());
  }

  /** As {@link #get(RowSource, Object)}, for keys written as numbers. */
  public <T, R> R get(RowSource<T, Long, R> source, long key) {
    return get(source, (Long) key);
  }

  /** The rows of a table or a projection, to be narrowed down. */
  public <T, R> Rows<T, R> from(RowSource<T, ?, R> source) {
    return new Rows<>(this, source, Selection.of(new Condition.Open<>()));
  }

  /**
   * Adds a row.
   *
   * @param row what it holds; a key of 0, or the nil UUID, is replaced by a new one
   * @param assignments values that win over those of {@code row}
   * @return the row as it is stored
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws BrokenRow if the row breaks its constraints
   */
  @SafeVarargs
  public final <T> T insert(Mapping<T, ?> table, T row, Assignment<T>... assignments) {
    var values = table.shape().values(row);
    for (var assignment : assignments) {
      values[assignment.field().index()] = assignment.value();
    }
    return inserted(table, values);
  }

  private <T, K> T inserted(Mapping<T, K> table, @Nullable Object[] values) {
    var writes = new Writes<>(store, table);
    var insert = writes.insert(values);
    return writing(link -> writes.add(link, insert));
  }

  /**
   * Changes the columns that are present, and no others; nothing present is a read.
   *
   * @return the row as it is stored
   * @throws NotFound if there is no such row
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws dev.covet.api.Invalid if a rule over several components would not hold afterwards
   * @throws BrokenRow if a changed column breaks its constraints
   */
  public <T, K> T update(Mapping<T, K> table, K key, Changes<T> changes) {
    if (changes.isEmpty()) {
      return get(table, key);
    }
    var values = new @Nullable Object[table.columns().size()];
    changes.present().stream().forEach(at -> values[at] = changes.value(at));
    var writes = new Writes<>(store, table);
    var update = writes.update(key, values, changes.present());
    return writing(link -> writes.change(link, key, update));
  }

  /** As {@link #update(Mapping, Object, Changes)}, for keys written as numbers. */
  public <T> T update(Mapping<T, Long> table, long key, Changes<T> changes) {
    return update(table, (Long) key, changes);
  }

  /**
   * As {@link #update(Mapping, Object, Changes)}, for a row that still has the version that was
   * read.
   *
   * @param version what the row's {@code @Version} must hold
   * @throws Conflict also if it holds another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public <T, K> T update(Mapping<T, K> table, K key, Changes<T> changes, long version) {
    var writes = new Writes<>(store, table);
    if (changes.isEmpty()) {
      return writes.unchanged(get(table, key), version);
    }
    var values = new @Nullable Object[table.columns().size()];
    changes.present().stream().forEach(at -> values[at] = changes.value(at));
    var update = writes.update(key, values, changes.present(), version);
    return writing(link -> writes.change(link, key, update));
  }

  /** As {@link #update(Mapping, Object, Changes, long)}, for keys written as numbers. */
  public <T> T update(Mapping<T, Long> table, long key, Changes<T> changes, long version) {
    return update(table, (Long) key, changes, version);
  }

  /**
   * Puts a record in the place of a row, which keeps its key and read-only columns.
   *
   * @return the row as it is stored
   * @throws NotFound if there is no such row
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws dev.covet.api.Invalid if a rule over several components would not hold afterwards
   * @throws BrokenRow if the record breaks its constraints
   */
  public <T, K> T replace(Mapping<T, K> table, K key, T row) {
    var writes = new Writes<>(store, table);
    var written = writes.replaceable();
    if (written.isEmpty()) {
      return get(table, key);
    }
    var update = writes.update(key, table.shape().values(row), written);
    return writing(link -> writes.change(link, key, update));
  }

  /** As {@link #replace(Mapping, Object, Object)}, for keys written as numbers. */
  public <T> T replace(Mapping<T, Long> table, long key, T row) {
    return replace(table, (Long) key, row);
  }

  /**
   * As {@link #replace(Mapping, Object, Object)}, for a row that still has the version that was
   * read.
   *
   * @param version what the row's {@code @Version} must hold
   * @throws Conflict also if it holds another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public <T, K> T replace(Mapping<T, K> table, K key, T row, long version) {
    var writes = new Writes<>(store, table);
    var update = writes.update(key, table.shape().values(row), writes.replaceable(), version);
    return writing(link -> writes.change(link, key, update));
  }

  /** As {@link #replace(Mapping, Object, Object, long)}, for keys written as numbers. */
  public <T> T replace(Mapping<T, Long> table, long key, T row, long version) {
    return replace(table, (Long) key, row, version);
  }

  /**
   * Adds a row whose key is not set yet, and else writes all of its columns, read-only ones too. A
   * key that is no number and no UUID is always set: its row is added where there is none.
   *
   * @param row where it has a {@code @Version}, the one that was read
   * @return the row as it is stored
   * @throws NotFound if there is no row with the number or UUID
   * @throws Conflict if a unique value is taken, a key refers to a row that does not exist, or
   *     somebody changed the row meanwhile
   * @throws BrokenRow if the row breaks its constraints
   */
  public <T> T save(Mapping<T, ?> table, T row) {
    return saved(table, table.shape().values(row));
  }

  private <T, K> T saved(Mapping<T, K> table, @Nullable Object[] values) {
    var writes = new Writes<>(store, table);
    if (!writes.isKeySet(values)) {
      return inserted(table, values);
    }
    var insert = writes.insert(values.clone());
    var save = writes.save(values);
    return writing(link -> writes.save(link, save, insert));
  }

  /**
   * Takes a row away.
   *
   * @throws NotFound if there is no such row
   * @throws Conflict if others refer to it
   */
  public <T, K> void delete(Mapping<T, K> table, K key) {
    var writes = new Writes<>(store, table);
    writing(link -> {
      writes.remove(link, key);
      return true;
    });
  }

  /** As {@link #delete(Mapping, Object)}, for keys written as numbers. */
  public <T> void delete(Mapping<T, Long> table, long key) {
    delete(table, (Long) key);
  }

  /**
   * Does several things as one: committed when {@code work} returns, undone when it throws. An
   * inner one is undone alone, with what other threads wrote meanwhile. Wait for those threads in
   * {@code work}: what they write once it is over stands alone, and is not undone with it.
   *
   * @throws dev.covet.api.Unavailable if the turn to write does not come in time, or the block is
   *     open for too long; nothing is written then
   * @throws RuntimeException also what {@link UnitOfWork#afterCommit} work throws, once all of it
   *     had its turn; everything is stored then
   * @throws IllegalStateException inside of {@link #readOnly}, and for an inner one in another
   *     thread than that of the outer one
   */
  public <R, X extends Exception> R tx(Work<R, X> work) throws X {
    var outer = block;
    if (outer != null) {
      outer.mustWrite();
      return outer.inner(work);
    }
    var opened = TransactionBlock.writing(store);
    opened.unitOfWork().ifPresent(unit -> unit.afterCommit(watch::committed));
    block = opened;
    return opened.outermost(work, () -> block = null);
  }

  /**
   * Reads several things as they are at one moment; what writes is refused, but in a {@code tx}.
   */
  public <R, X extends Exception> R readOnly(Work<R, X> work) throws X {
    if (block != null) {
      return work.run();
    }
    var opened = TransactionBlock.reading(store);
    block = opened;
    return opened.outermost(work, () -> block = null);
  }

  /** What goes along with the transaction that is open, if one is that writes. */
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.ofNullable(block).flatMap(TransactionBlock::unitOfWork);
  }

  <T, R> List<R> list(RowSource<T, ?, R> source, Selection<T> query) {
    store.check(query.condition());
    var plan = store.plan(source);
    Function<Link, List<R>> work = link -> plan.read(query, link);
    return plan.isOneStatement() ? readingOnce(work) : reading(work);
  }

  <T> long count(Mapping<T, ?> table, Condition<T> condition) {
    store.check(condition);
    var sql = store.statements(table).count(condition);
    return readingOnce(link ->
        link.query(sql, row -> Objects.requireNonNull(row.get(0, SqlType.LONG))).getFirst());
  }

  private <R> R readingByKey(Function<Link, R> work) {
    return reading(work, Driver::readByKey);
  }

  private <R> R readingOnce(Function<Link, R> work) {
    return reading(work, Driver::readOnce);
  }

  private <R> R reading(Function<Link, R> work) {
    return reading(work, Driver::read);
  }

  /** Within a block there is one road to the rows; outside of one each kind of read has its own. */
  private <R> R reading(Function<Link, R> work, BiFunction<Driver, Function<Link, R>, R> outside) {
    var inside = block;
    return inside != null
        ? inside.run(watched(work))
        : store.told(() -> outside.apply(store.driver(), watched(work)));
  }

  private <R> R writing(Function<Link, R> work) {
    var inside = block;
    if (inside != null) {
      inside.mustWrite();
      return inside.run(watched(work));
    }
    var result = store.told(() -> store.driver().write(watched(work)));
    watch.standAloneWrite();
    return result;
  }

  private <R> Function<Link, R> watched(Function<Link, R> work) {
    return link -> work.apply(watch.watched(link));
  }
}
