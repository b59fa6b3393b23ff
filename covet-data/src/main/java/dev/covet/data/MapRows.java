package dev.covet.data;

import dev.covet.api.Unavailable;
import dev.covet.data.query.Column;
import dev.covet.data.query.Evaluator;
import dev.covet.data.query.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in memory by their keys, as values of columns. One lock is for all of them: who has it reads
 * and writes them alone. No array that is in here is changed.
 */
final class MapRows {
  /** Longest wait for the lock, as long as a database is waited for. */
  private static final long WAIT_MILLIS_MAX = 2_000;

  private final Mapping<?, ?> table;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<List<Object>, @Nullable Object[]> rows = new LinkedHashMap<>();
  private long keyMax;

  MapRows(Mapping<?, ?> table) {
    this.table = table;
  }

  /** Does something with the rows alone; in a transaction, they stay its own until that ends. */
  <R> R alone(Supplier<R> work) {
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
    var before = new LinkedHashMap<>(rows);
    return () -> rows = before;
  }

  Stream<@Nullable Object[]> all() {
    return rows.values().stream();
  }

  /** The row with a key's values. */
  Optional<@Nullable Object[]> find(List<Object> key) {
    return Optional.ofNullable(rows.get(key));
  }

  void put(@Nullable Object[] row) {
    if (table.key() instanceof Column<?, ?> column && row[column.index()] instanceof Number key) {
      keyMax = Math.max(keyMax, key.longValue());
    }
    rows.put(keyOf(row), row);
  }

  void remove(List<Object> key) {
    rows.remove(key);
  }

  /** A number that was no row's key yet. */
  long nextKey() {
    return ++keyMax;
  }

  /** The key of a row. */
  List<Object> keyOf(@Nullable Object[] row) {
    return table.key().keyColumns().stream()
        .map(column -> Objects.requireNonNull(Evaluator.stored(column, row[column.index()])))
        .toList();
  }
}
