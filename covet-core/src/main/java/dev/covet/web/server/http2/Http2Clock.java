package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.carrier.SocketWrites;
import dev.covet.web.server.carrier.Taken;
import dev.covet.web.server.carrier.WriteStall;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of one connection and its streams, looked at with every tick of its loop. Used on
 * the loop alone.
 */
final class Http2Clock {
  private final Http2Session session;
  private final Connection connection;
  private final ServerLimits.Times times;
  private final WriteStall stall;

  /** Counts in the place of the writer where TLS makes records of what that writes. */
  private final @Nullable SocketWrites below;

  private long busyNanos = System.nanoTime();
  private long frameNanos = busyNanos;
  private long frames = -1;
  private long requests;

  Http2Clock(Http2Session session) {
    this.session = session;
    this.connection = session.connection();
    this.times = connection.server().limits().times();
    this.stall = new WriteStall(times);
    this.below = connection.channel().pipeline().get(SocketWrites.class);
  }

  /**
   * Looks at all of them.
   *
   * @param came how many frames came
   * @param isWithin whether a part of one is there
   */
  void check(long now, long came, boolean isWithin) {
    if (stall.look(now, taken())) {
      connection.cutOff("WRITE_STALL_SECONDS_MAX", true);
      return;
    }
    var ending = session.ending();
    if (ending.isClosing()) {
      if (!stall.waits()) ending.check(now);
      return;
    }
    if (connection.server().draining()) ending.announce();
    checkFrame(now, came, isWithin);
    checkIdle(now, isWithin);
    for (var each : session.streams().all()) check(each, now);
  }

  private Taken taken() {
    return Taken.of(
        connection.channel(), below == null ? session.writer().writes() : below.count());
  }

  private void checkFrame(long now, long came, boolean isWithin) {
    if (!isWithin || came != frames) {
      frames = came;
      frameNanos = now;
    } else if (now - frameNanos > nanos(times.headersSecondsMax())) {
      session.ending().fail(Breach.limit("HEADERS_SECONDS_MAX"));
    }
  }

  /** A connection without a request is closed, whatever else it is kept alive with. */
  private void checkIdle(long now, boolean isWithin) {
    var count = session.streams().count();
    if (!session.streams().isEmpty() || count != requests || isWithin) {
      requests = count;
      busyNanos = now;
    } else if (now - busyNanos > nanos(times.idleSecondsMax())) {
      session.ending().finish();
    }
  }

  private void check(Http2Stream stream, long now) {
    var tunnel = stream.tunnel();
    if (tunnel != null && tunnel.isOpen()) {
      tunnel.checkTime(now);
      return;
    }
    if (stream.output().isBlocked(now, nanos(times.writeStallSecondsMax()))) {
      session.cutOff(stream, "WRITE_STALL_SECONDS_MAX", true);
      return;
    }
    var exchange = stream.exchange();
    if (exchange == null) return;
    var comes = !stream.input().isShort() && !session.inflow().isShort();
    var why = exchange.overdue(now, comes);
    if (why == null) return;
    var replaced = exchange.replace();
    if (replaced) exchange.interrupt();
    if (replaced || exchange.isAnswering()) stream.refuse(why);
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}
