package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.LoopWait;
import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place of a thread in the line for a connection. That thread waits; the pool gives it one, or
 * says why there is none.
 */
final class PostgresTurn {
  /** How many may be let before. */
  private static final int LETS_MAX = 4;

  private final Thread thread = Thread.currentThread();
  private final Loop loop;
  private final LoopWait wait;
  private final long end;
  private volatile @Nullable PostgresLink link;
  private volatile @Nullable DatabaseFault fault;
  private int let;

  /**
   * The place of the calling thread.
   *
   * @param loop whose watchdog sees to it that the thread leaves it while it waits
   */
  PostgresTurn(Loop loop, Duration most) {
    this.loop = loop;
    this.wait = new LoopWait(loop);
    this.end = System.nanoTime() + most.toNanos();
  }

  /** Who waits. */
  Thread thread() {
    return thread;
  }

  /** Whether a loop carries the thread. */
  boolean isOn(Loop other) {
    return loop == other;
  }

  /** Lets another before; false if it has let enough. For the pool, which locks. */
  boolean lets() {
    return let++ < LETS_MAX;
  }

  /** What it was given; null for nothing yet. */
  @Nullable PostgresLink link() {
    return link;
  }

  /** Whether it has waited long enough. */
  boolean isLate() {
    return System.nanoTime() - end > 0;
  }

  /** Ends the wait. */
  void has(PostgresLink given) {
    link = given;
    wait.signal();
  }

  /** Ends the wait in vain. */
  void fails(DatabaseFault why) {
    fault = why;
    wait.signal();
  }

  /**
   * Waits for a connection.
   *
   * @throws DatabaseFault if it is told that there is none
   */
  PostgresLink await() throws InterruptedException {
    wait.until(() -> link != null || fault != null);
    var why = fault;
    if (why != null) throw why;
    return Objects.requireNonNull(link);
  }
}
