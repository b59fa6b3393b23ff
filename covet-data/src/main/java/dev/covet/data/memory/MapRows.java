package dev.covet.data.memory;

import dev.covet.api.Unavailable;
import dev.covet.data.table.Column;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in memory, as values of columns, by their keys and by all else that is unique. One lock is
 * for all of them: who has it reads and writes them alone. No array that is in here is changed.
 */
public final class MapRows {
  /** Longest wait for the lock, as long as a database is waited for. */
  private static final long WAIT_MILLIS_MAX = 2_000;

  private final Mapping<?, ?> table;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<IndexSpec> indexes = new ArrayList<>();
  private List<Map<List<Object>, @Nullable Object[]>> maps = new ArrayList<>();
  private long keyMax;

  /** The rows of a table, none at first. */
  public MapRows(Mapping<?, ?> table) {
    this.table = table;
    indexes.add(new IndexSpec(true, List.copyOf(table.key().keyColumns()), null));
    for (var column : table.columns()) {
      if (column.spec().isUnique()) indexes.add(IndexSpec.unique(column));
    }
    table.indexes().stream().filter(IndexSpec::isUnique).forEach(indexes::add);
    indexes.forEach(_ -> maps.add(new HashMap<>()));
  }

  /** Does something with the rows alone; in a transaction, they stay its own until that ends. */
  public <R> R alone(Supplier<R> work) {
    var transaction = MapTransaction.current();
    if (transaction.isPresent()) {
      transaction.get().touch(this);
      return work.get();
    }
    lock();
    try {
      return work.get();
    } finally {
      unlock();
    }
  }

  /**
   * Waits for the rows.
   *
   * @throws Unavailable if others have them for too long
   */
  void lock() {
    try {
      if (lock.tryLock(WAIT_MILLIS_MAX, TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new Unavailable("The rows of " + table.table() + " are busy");
  }

  void unlock() {
    lock.unlock();
  }

  /** Puts rows back as they are now; keys that were given meanwhile are not given again. */
  Runnable undo() {
    var before = new ArrayList<Map<List<Object>, @Nullable Object[]>>();
    maps.forEach(map -> before.add(new HashMap<>(map)));
    return () -> maps = before;
  }

  /** All of them. */
  public Stream<@Nullable Object[]> all() {
    return maps.getFirst().values().stream();
  }

  /** The row with a key's values. */
  public Optional<@Nullable Object[]> find(List<Object> key) {
    return Optional.ofNullable(maps.getFirst().get(key));
  }

  /** The row with the key of another. */
  public Optional<@Nullable Object[]> findAs(@Nullable Object[] row) {
    return keyOf(row).flatMap(this::find);
  }

  private Optional<@Nullable Object[]> found(int at, @Nullable Object[] row) {
    return same(indexes.get(at), row).flatMap(it -> Optional.ofNullable(maps.get(at).get(it)));
  }

  /**
   * What another row has that a row is to have alone: the columns of its key, or of an index.
   *
   * @param instead the row that it takes the place of; null for none
   */
  public Optional<IndexSpec> taken(@Nullable Object[] row, @Nullable Object @Nullable [] instead) {
    var own = instead == null ? Optional.<List<Object>>empty() : keyOf(instead);
    for (var at = 0; at < maps.size(); at++) {
      var other = found(at, row);
      if (other.isPresent() && !keyOf(other.get()).equals(own)) return Optional.of(indexes.get(at));
    }
    return Optional.empty();
  }

  private Optional<List<Object>> keyOf(@Nullable Object[] row) {
    return same(indexes.getFirst(), row);
  }

  /** Adds a row, or puts it in the place of the one with its key. */
  public void put(@Nullable Object[] row) {
    if (table.key() instanceof Column<?, ?> column && row[column.index()] instanceof Number key) {
      keyMax = Math.max(keyMax, key.longValue());
    }
    for (var at = 0; at < maps.size(); at++) {
      var map = maps.get(at);
      same(indexes.get(at), row).ifPresent(it -> map.put(it, row));
    }
  }

  /** Takes a row away. */
  public void remove(@Nullable Object[] row) {
    for (var at = 0; at < maps.size(); at++) {
      same(indexes.get(at), row).ifPresent(maps.get(at)::remove);
    }
  }

  /** What no other row has in all of an index's columns; empty where the index leaves it open. */
  private static Optional<List<Object>> same(IndexSpec index, @Nullable Object[] row) {
    var whereNull = index.whereNull();
    var isOutside = whereNull != null && row[whereNull.index()] != null;
    var values = new ArrayList<Object>();
    for (var column : index.columns()) {
      var value = Evaluator.stored(column, row[column.index()]);
      if (value == null || isOutside) return Optional.empty();
      values.add(value);
    }
    return Optional.of(values);
  }

  /** A number that was no row's key yet. */
  public long nextKey() {
    return ++keyMax;
  }
}
