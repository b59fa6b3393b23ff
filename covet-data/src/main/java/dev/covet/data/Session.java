package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Assignment;
import dev.covet.api.Conflict;
import dev.covet.api.FromPlugin;
import dev.covet.api.NotFound;
import dev.covet.base.transaction.UnitOfWork;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Isolation;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.VoidWork;
import dev.covet.data.driver.Work;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.query.Selection;
import dev.covet.data.store.Access;
import dev.covet.data.store.Store;
import dev.covet.data.store.Watch;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowSource;
import dev.covet.data.write.BulkInserts;
import dev.covet.data.write.RowMerge;
import dev.covet.data.write.UniqueColumn;
import dev.covet.data.write.Writes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of one database for one request. A statement stands alone and is
 * durable when it returns, unless it is in {@link #tx}, which is of this database alone. Threads of
 * its request may share it, but for {@code tx}, within which one statement comes after the other.
 */
@FromPlugin(
    value = "install Database.url(...)",
    qualified = "install Database.url(...).as(*.class)")
public final class Session {
  private final Store store;
  private final Access access;

  /** A session on an open database. */
  public Session(Driver driver) {
    this(new Store(driver), Watch.NONE);
  }

  Session(Store store, Watch watch) {
    this(store, new Access(store, watch));
  }

  /** A session that shares the transaction of another, on the rows that a store shows. */
  Session(Store store, Access access) {
    this.store = store;
    this.access = access;
  }

  /**
   * This session, in the same transaction, for the rows of all owners: {@code me.admin() ?
   * db.unscoped() : db}. What it inserts has the owner that the row says.
   */
  public Session unscoped() {
    return new Session(access.store(), access);
  }

  private @Nullable Object[] owned(Mapping<?, ?> table, @Nullable Object[] values) {
    return access.owned(table, store.statements(table).owner(), values);
  }

  /** The road to its rows, for what else runs statements as it does. */
  Access access() {
    return access;
  }

  /** The row with a key, if there is one. */
  public <T, K, R> Optional<R> find(RowSource<T, K, R> source, K key) {
    var plan = store.plan(source);
    Function<Link, List<R>> work = link -> plan.find(key, link);
    var road = access.about(plan.isOwned());
    var found = plan.isOneStatement() ? road.readingByKey(work) : road.reading(work);
    return found.stream().findFirst();
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
    return find(source, key).orElseThrow(() -> new RowMerge<>(source.root()).notFound());
  }

  /** As {@link #get(RowSource, Object)}, for keys written as numbers. */
  public <T, R> R get(RowSource<T, Long, R> source, long key) {
    return get(source, (Long) key);
  }

  /** The rows of a table or a projection, to be narrowed down. */
  public <T, R> Rows<T, R> from(RowSource<T, ?, R> source) {
    return rows(source, Selection.all());
  }

  <T, R> Rows<T, R> rows(RowSource<T, ?, R> source, Selection<T> selection) {
    return new Rows<>(new RowQueries(access, store), source, selection);
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
    for (var each : assignments) values[each.field().index()] = each.value();
    return inserted(table, values);
  }

  /**
   * Adds rows by few statements, up to 512 rows by each: all of them or none.
   *
   * @param rows what they hold; a key of 0, or the nil UUID, is replaced by a new one
   * @return the rows as they are stored, in the same order
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws BrokenRow if a row breaks its constraints; it says which
   */
  public <T> List<T> insertAll(Mapping<T, ?> table, Collection<? extends T> rows) {
    var inserts = new BulkInserts<>(store, table);
    var all = inserts.rows(rows, it -> owned(table, table.shape().values(it)));
    if (all.isEmpty()) return List.of();
    return access.about(inserts.isOwned()).writing(link -> inserts.addAll(link, all));
  }

  /**
   * The row with a unique value, or a new one where there is none. Of two that ask at once, one
   * adds it and both get it.
   *
   * @param unique the value, of a column that is {@code @Unique} or the key
   * @param others what a new row holds besides; what is not said has its default
   * @return the row as it is stored
   * @throws IllegalArgumentException if the column is not unique, or a component has no value
   * @throws Conflict if another unique value is taken, or a key refers to no row
   * @throws BrokenRow if a new row breaks its constraints
   */
  @SafeVarargs
  public final <T> T findOrInsert(
      Mapping<T, ?> table, Assignment<T> unique, Assignment<T>... others) {
    var record = table.newRecord();
    record.set(unique);
    for (var other : others) record.set(other);
    return new BulkInserts<>(store, table).findOrAdd(access, unique, record);
  }

  /**
   * Adds a row, or writes every column over the row with the same key, by one statement. A key of
   * several columns is always set.
   *
   * @return the row as it is stored
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws BrokenRow if the row breaks its constraints
   */
  public <T> T upsert(Mapping<T, ?> table, T row) {
    var values = owned(table, table.shape().values(row));
    return new RowMerge<>(table).isKeySet(values)
        ? upserted(table, values, table.key().keyColumns())
        : inserted(table, values);
  }

  /**
   * Adds a row, or writes every column but the key over the row with the same value in a column.
   *
   * @param unique a column that is {@code @Unique} or the key
   * @return the row as it is stored, with the key of the row that was there
   * @throws IllegalArgumentException if the column is not unique
   * @throws Conflict if another unique value is taken, or a key refers to a row that does not exist
   * @throws BrokenRow if the row breaks its constraints
   */
  public <T> T upsert(Mapping<T, ?> table, T row, Column<T, ?> unique) {
    var column = UniqueColumn.of(table, unique);
    return column.spec().isKey()
        ? upsert(table, row)
        : upserted(table, owned(table, table.shape().values(row)), List.of(column));
  }

  private <T> T upserted(
      Mapping<T, ?> table, @Nullable Object[] values, List<Column<T, ?>> unique) {
    var inserts = new BulkInserts<>(store, table);
    var row = inserts.row(values);
    return access.about(inserts.isOwned()).writing(link -> inserts.addOrUpdate(link, row, unique));
  }

  private <T, K> T inserted(Mapping<T, K> table, @Nullable Object[] values) {
    var writes = new Writes<>(store, table);
    var insert = writes.insert(owned(table, values));
    return writes.run(access, writes.isOneInsert(), link -> writes.add(link, insert));
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
    if (changes.isEmpty()) return get(table, key);
    var writes = new Writes<>(store, table);
    return writes.changed(access, key, writes.update(key, writes.merge().written(changes)));
  }

  /** As {@link #update(Mapping, Object, Changes)}, for keys written as numbers. */
  public <T> T update(Mapping<T, Long> table, long key, Changes<T> changes) {
    return update(table, (Long) key, changes);
  }

  /**
   * As {@link #update(Mapping, Object, Changes)}, for a row of the version that was read.
   *
   * @param version what the row's {@code @Version} must hold
   * @throws Conflict also if it holds another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public <T, K> T update(Mapping<T, K> table, K key, Changes<T> changes, long version) {
    var writes = new Writes<>(store, table);
    if (changes.isEmpty()) return writes.merge().unchanged(get(table, key), version);
    return writes.changed(
        access, key, writes.update(key, writes.merge().written(changes), version));
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
    var replaced = writes.merge().replaced(row);
    return replaced.at().isEmpty()
        ? get(table, key)
        : writes.changed(access, key, writes.update(key, replaced));
  }

  /** As {@link #replace(Mapping, Object, Object)}, for keys written as numbers. */
  public <T> T replace(Mapping<T, Long> table, long key, T row) {
    return replace(table, (Long) key, row);
  }

  /**
   * As {@link #replace(Mapping, Object, Object)}, for a row that has the version that was read.
   *
   * @param version what the row's {@code @Version} must hold
   * @throws Conflict also if it holds another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public <T, K> T replace(Mapping<T, K> table, K key, T row, long version) {
    var writes = new Writes<>(store, table);
    return writes.changed(access, key, writes.update(key, writes.merge().replaced(row), version));
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
    return saved(table, owned(table, table.shape().values(row)));
  }

  private <T, K> T saved(Mapping<T, K> table, @Nullable Object[] values) {
    var writes = new Writes<>(store, table);
    if (!writes.merge().isKeySet(values)) return inserted(table, values);
    var insert = writes.insert(values.clone());
    var save = writes.save(values);
    return writes.run(access, writes.isOneUpdate(), link -> writes.save(link, save, insert));
  }

  /**
   * Takes a row away.
   *
   * @throws NotFound if there is no such row
   * @throws Conflict if others refer to it
   */
  public <T, K> void delete(Mapping<T, K> table, K key) {
    var writes = new Writes<>(store, table);
    writes.run(access, true, link -> writes.remove(link, key));
  }

  /** As {@link #delete(Mapping, Object)}, for keys written as numbers. */
  public <T> void delete(Mapping<T, Long> table, long key) {
    delete(table, (Long) key);
  }

  /**
   * As {@link #delete(Mapping, Object)}, for a row that still has the version that was read.
   *
   * @param version what the row's {@code @Version} must hold
   * @throws Conflict also if it holds another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public <T, K> void delete(Mapping<T, K> table, K key, long version) {
    var writes = new Writes<>(store, table);
    writes.run(access, true, link -> writes.remove(link, key, version));
  }

  /** As {@link #delete(Mapping, Object, long)}, for keys written as numbers. */
  public <T> void delete(Mapping<T, Long> table, long key, long version) {
    delete(table, (Long) key, version);
  }

  /**
   * Does several things as one: committed when {@code work} returns, undone when it throws. An
   * inner one is undone alone, with what other threads wrote meanwhile. Wait for those threads in
   * {@code work}: what they write once it is over stands alone, and is not undone with it.
   *
   * @throws dev.covet.api.Unavailable if a connection, or the turn to write, does not come in time,
   *     or the block is open for more than {@code TRANSACTION_SECONDS_MAX} (5), on every database;
   *     nothing is written then
   * @throws RuntimeException also what {@link UnitOfWork#afterCommit} work throws, once all of it
   *     had its turn; everything is stored then
   * @throws IllegalStateException inside of {@link #readOnly}, or in another thread than the outer
   */
  public <R, X extends Exception> R tx(Work<R, X> work) throws X {
    return access.tx(Isolation.READ_COMMITTED, work);
  }

  /** As {@link #tx(Work)}, of what gives nothing. */
  public <X extends Exception> void tx(VoidWork<X> work) throws X {
    tx(work.work());
  }

  /**
   * As {@link #tx(Work)}, and sees less of what others do at the same time. Where the database
   * finds that two such transactions do not fit together, it undoes one of them; {@code work} is
   * then run again, at most twice. So it does nothing that cannot be done again. SQLite runs
   * transactions that write one after the other anyway.
   *
   * @throws dev.covet.data.error.TransactionConflict if it did not fit the third time either;
   *     nothing is stored
   * @throws IllegalStateException also for an inner one whose outer one sees more
   */
  public <R, X extends Exception> R tx(Isolation isolation, Work<R, X> work) throws X {
    return access.tx(isolation, work);
  }

  /** The same of what gives nothing. */
  public <X extends Exception> void tx(Isolation isolation, VoidWork<X> work) throws X {
    tx(isolation, work.work());
  }

  /**
   * Reads several things as they are at one moment; what writes is refused, but in a {@code tx}.
   *
   * <p>Where the database has a replica, the block is read there, and may lack what was written a
   * moment ago. It is read from the primary if this session has written before, or begun a {@code
   * tx}; and if the replica is away or too far behind when the block begins.
   *
   * @throws dev.covet.api.Unavailable if the block is open for more than {@code
   *     STATEMENT_SECONDS_MAX} (30)
   */
  public <R, X extends Exception> R readOnly(Work<R, X> work) throws X {
    return access.readOnly(work);
  }

  /** What goes along with the transaction that is open, if one is that writes. */
  public Optional<UnitOfWork> unitOfWork() {
    return access.unitOfWork();
  }
}
