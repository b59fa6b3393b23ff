package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connections of a pool: idle ones, and those that somebody has. The pool locks it. */
final class PostgresLinks {
  /** How long more connections than the least number stay open that nobody uses. */
  private static final long SPARE_NANOS_MAX = Duration.ofMinutes(5).toNanos();

  /** Shortest time between two servers that are left because they take no writes. */
  private static final long LEAVING_NANOS_MIN = Duration.ofSeconds(1).toNanos();

  private final Deque<PostgresLink> idle = new ArrayDeque<>();
  private final Map<PostgresLink, PostgresLoan> lent = new LinkedHashMap<>();
  private int opening;

  /** A server was left then: connections that were opened before are closed. */
  private long leftNanos = System.nanoTime() - LEAVING_NANOS_MIN;

  /** How many there are. */
  int open() {
    return idle.size() + lent.size();
  }

  /** How many are on their way. */
  int opening() {
    return opening;
  }

  /** Whether somebody has one, or one is on its way. */
  boolean areAwaited() {
    return opening > 0 || !lent.isEmpty();
  }

  /** One more is on its way. */
  void opens() {
    opening++;
  }

  /** One less is on its way: it has come, or will not. */
  void opened() {
    opening--;
  }

  /** How many of them somebody has. */
  int inUse() {
    return lent.size();
  }

  /** Who has which. */
  Map<PostgresLink, PostgresLoan> loans() {
    return Map.copyOf(lent);
  }

  /** Takes an idle one, of a loop if one of those is there; null for none. */
  @Nullable PostgresLink free(@Nullable Loop near) {
    closeUnusable();
    for (var link : idle) {
      if (link.loop() == near) {
        idle.remove(link);
        return link;
      }
    }
    return idle.pollFirst();
  }

  PostgresLink lend(PostgresLink link, Thread borrower) {
    lent.put(link, new PostgresLoan(borrower));
    return link;
  }

  /** Takes one back; it is neither idle nor lent then. */
  void back(PostgresLink link) {
    lent.remove(link);
    link.health().used();
    if (link.health().hasRefusedWrites()) leaveServer();
    if (link.health().isStale()) closeIdle();
  }

  /**
   * The server takes no writes any more, and another one may: connections of before are closed. Not
   * at once again: one that stays so would have all of them opened anew for each write.
   */
  private void leaveServer() {
    if (System.nanoTime() - leftNanos < LEAVING_NANOS_MIN) return;
    leftNanos = System.nanoTime();
  }

  /** Keeps one until it is asked for. */
  void keep(PostgresLink link) {
    idle.addFirst(link);
  }

  boolean isUsable(PostgresLink link) {
    return link.isUsable() && !link.health().isOlderThan(leftNanos);
  }

  /** Closes what has ended, or must not be used again. */
  void closeUnusable() {
    idle.removeIf(link -> {
      if (isUsable(link)) return false;
      link.close();
      return true;
    });
  }

  /** Closes one that nobody has used for long, if there are more than so many. */
  void closeSpare(int least) {
    var last = idle.peekLast(); // those that were used longest ago are last
    if (last != null && open() > least && last.health().idleNanos() > SPARE_NANOS_MAX) {
      idle.removeLast().close();
    }
  }

  void closeIdle() {
    idle.forEach(PostgresLink::close);
    idle.clear();
  }

  /** Closes all that were opened before a moment of {@link System#nanoTime}, those in use too. */
  void leave(long nanos) {
    leftNanos = nanos;
    closeUnusable();
    lent.keySet().stream()
        .filter(link -> link.health().isOlderThan(nanos))
        .forEach(PostgresLink::close);
  }

  void closeLent() {
    lent.keySet().forEach(PostgresLink::close);
  }
}
