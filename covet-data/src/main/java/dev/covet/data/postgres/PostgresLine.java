package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.data.driver.DatabaseFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The threads that wait for a connection. The pool locks it. */
final class PostgresLine {
  /** Most threads that wait; for further ones the database is busy. */
  private static final int LENGTH_MAX = 10_000;

  /** How many of them are looked at for one that is near. */
  private static final int NEAR_MAX = 16;

  private final Deque<PostgresTurn> turns = new ArrayDeque<>();

  int length() {
    return turns.size();
  }

  /**
   * Takes a place at the end.
   *
   * @throws DatabaseFault if there is none left
   */
  void add(PostgresTurn turn) {
    if (turns.size() >= LENGTH_MAX) throw busy();
    turns.add(turn);
  }

  void leave(PostgresTurn turn) {
    turns.remove(turn);
  }

  /**
   * Who gets a connection next: whoever waits longest, but for the few who are let before because
   * its loop carries them, which spares it to wake another one twice. Null for nobody.
   */
  @Nullable PostgresTurn next(Loop loop) {
    var first = turns.peek();
    if (first == null || first.isOn(loop) || !first.lets()) return turns.poll();
    var left = NEAR_MAX;
    for (var turn : turns) {
      if (turn.isOn(loop)) {
        turns.remove(turn);
        return turn;
      }
      if (--left == 0) break;
    }
    return turns.poll();
  }

  /** Sends those away who have waited long enough; those who came first have waited longest. */
  void endLate() {
    for (var turn = turns.peek(); turn != null && turn.isLate(); turn = turns.peek()) {
      turns.remove().fails(busy());
    }
  }

  /** Sends everybody away. */
  void end(Supplier<DatabaseFault> why) {
    turns.forEach(turn -> turn.fails(why.get()));
    turns.clear();
  }

  private static DatabaseFault busy() {
    return PostgresErrors.unavailable("The database is busy");
  }
}
