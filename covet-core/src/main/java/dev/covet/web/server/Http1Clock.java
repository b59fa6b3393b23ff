package dev.covet.web.server;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of one HTTP/1.1 connection, looked at with every tick of its loop: nothing is set
 * up or cancelled for a request. Used on the loop alone.
 */
final class Http1Clock {
  private final Http1 connection;
  private final ServerLimits limits;
  private long movedNanos = System.nanoTime();
  private long headNanos;
  private boolean inHead;
  private long stallNanos;
  private Taken taken = Taken.ALL;

  Http1Clock(Http1 connection) {
    this.connection = connection;
    this.limits = connection.server().limits();
  }

  /** Something was read. */
  void moved(long now) {
    movedNanos = now;
    var nowInHead = connection.turn().exchange() == null && connection.decoder().inHead();
    if (nowInHead && !inHead) headNanos = movedNanos;
    inHead = nowInHead;
  }

  /** A head is whole; the next one has its own time. */
  void headEnded() {
    inHead = false;
  }

  /** While bytes leave, only the rule for a client that takes none holds against its connection. */
  void check(long now) {
    if (stalled(now)) {
      connection.lingering().cutOff("WRITE_STALL_SECONDS_MAX", true);
      return;
    }
    if (connection.turn().answers().leave()) {
      movedNanos = now;
      headNanos = now;
      connection.lingering().waits(now);
    }
    if (connection.lingering().begun()) {
      connection.lingering().check(now);
    } else if (connection.turn().exchange() == null) {
      checkWaiting(now);
    } else {
      checkHandler(now, connection.turn().exchange());
    }
  }

  private void checkWaiting(long now) {
    if (inHead && now - headNanos > nanos(limits.times().headersSecondsMax())) {
      connection.turn().refuse(Refusal.of(BuiltInError.HEADERS_SECONDS_MAX));
    } else if (!inHead && now - movedNanos > nanos(limits.times().idleSecondsMax())) {
      connection.lingering().left();
    }
  }

  private void checkHandler(long now, @Nullable Exchange exchange) {
    var why = exchange == null ? null : exchange.overdue(now);
    if (exchange == null || why == null) return;
    var replaced = exchange.replace();
    if (replaced) exchange.interrupt();
    if (replaced && exchange.isRefusal()) {
      connection.lingering().reset(); // a refusal that is late itself is not refused again
    } else if (replaced || exchange.isAnswering()) {
      connection.turn().refuse(why);
    }
  }

  /**
   * Whether bytes wait for a client that has taken none for too long, whatever is written
   * meanwhile.
   */
  private boolean stalled(long now) {
    var before = taken;
    taken = connection.turn().answers().taken();
    if (taken.waits() && taken.equals(before)) {
      return now - stallNanos > nanos(limits.times().writeStallSecondsMax());
    }
    stallNanos = now;
    return false;
  }

  /**
   * How far the client is with what was written for it.
   *
   * @param waits whether anything waits for it
   * @param writes how many it has taken whole
   * @param bytes what it has taken of the next
   */
  record Taken(boolean waits, long writes, long bytes) {
    static final Taken ALL = new Taken(false, 0, 0);

    static Taken of(Channel channel, long writes) {
      var buffer = channel.unsafe().outboundBuffer();
      return buffer == null || buffer.isEmpty()
          ? ALL
          : new Taken(true, writes - buffer.size(), buffer.currentProgress());
    }
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}
