package dev.covet.data.driver;

import dev.covet.base.loop.Loops;

/** The database that a URL names, not open yet. */
public interface Target {
  /** Whether it is there, so that opening it makes nothing. */
  boolean exists();

  /** An empty one of the same kind and place, which is gone when it is closed. */
  Target scratch();

  /**
   * This with a copy of it that only reads, for {@code db.readOnly}.
   *
   * @throws IllegalArgumentException if there is none of this kind, with a sentence that says so
   */
  default Target withReplica(Target replica) {
    throw new IllegalArgumentException("a database of this kind has no replica; leave it out.");
  }

  /**
   * Opens it, with connections of its own, which end when it is closed, and threads of the app's.
   *
   * @param loops lends event loops or a pool, and has the metrics in which connections are counted
   * @throws DatabaseFault in words for whoever starts the app
   */
  Driver open(DatabaseLimits limits, StatementListener listener, Loops loops);
}
