package dev.covet.data.memory;

import dev.covet.data.driver.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one thread does as one with rows in memory. Rows that it has touched are its own until the
 * outermost transaction ends.
 */
public final class MapTransaction {
  private static final ScopedValue<MapTransaction> CURRENT = ScopedValue.newInstance();

  private final Thread owner = Thread.currentThread();
  private final @Nullable MapTransaction outer;
  private final Map<MapRows, Runnable> undo = new LinkedHashMap<>();

  private MapTransaction(@Nullable MapTransaction outer) {
    this.outer = outer;
  }

  /** The innermost one of this thread: one that it was forked in belongs to another. */
  static Optional<MapTransaction> current() {
    return CURRENT.isBound()
        ? Optional.of(CURRENT.get()).filter(it -> it.owner.equals(Thread.currentThread()))
        : Optional.empty();
  }

  /** Does several things as one. */
  public static <R, X extends Exception> R run(Work<R, X> work) throws X {
    var transaction = new MapTransaction(current().orElse(null));
    var isDone = false;
    try {
      var result = ScopedValue.where(CURRENT, transaction).call(work::run);
      isDone = true;
      return result;
    } finally {
      transaction.end(isDone);
    }
  }

  /** Makes rows a part of this, so that they can be put back. */
  void touch(MapRows rows) {
    if (undo.containsKey(rows)) return;
    if (outer == null) {
      rows.lock();
    } else {
      outer.touch(rows);
    }
    undo.put(rows, rows.undo());
  }

  private void end(boolean isDone) {
    if (!isDone) undo.values().forEach(Runnable::run);
    if (outer == null) undo.keySet().forEach(MapRows::unlock);
  }
}
