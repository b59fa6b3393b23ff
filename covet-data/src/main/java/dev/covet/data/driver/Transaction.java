package dev.covet.data.driver;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several statements that hold as one. Its calls may come from several threads, one at a time. */
public interface Transaction {
  /** Runs statements in it; those of work that throws are undone, and the transaction goes on. */
  <R extends @Nullable Object> R run(Function<Link, R> work);

  /** Marks a state to come back to. */
  void savepoint(int depth);

  /** Comes back to the state that was marked, and forgets the mark. */
  void rollbackTo(int depth);

  /** Forgets a mark and keeps what was done since. */
  void release(int depth);

  /** Makes everything durable and ends it. */
  void commit();

  /** Undoes everything and ends it; nothing if it has ended. */
  void rollback();
}
