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
  private Progress progress = Progress.NONE;

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

  /** Whether bytes wait for a client that has taken none for too long. */
  private boolean stalled(long now) {
    var before = progress;
    progress = Progress.of(connection.context().channel(), connection.turn().answers().begun());
    if (progress.waits() && progress.equals(before)) {
      return now - stallNanos > nanos(limits.times().writeStallSecondsMax());
    }
    stallNanos = now;
    return false;
  }

  /**
   * How far the client is with what it takes.
   *
   * @param message tells from others what it takes now; 0 while nothing waits
   * @param bytes what it has taken of that
   * @param begun how many answers and pieces of them had begun, for a message may come in the
   *     memory of one before
   */
  private record Progress(int message, long bytes, long begun) {
    static final Progress NONE = new Progress(0, 0, 0);

    static Progress of(Channel channel, long begun) {
      var buffer = channel.unsafe().outboundBuffer();
      var first = buffer == null ? null : buffer.current();
      return first == null || buffer == null
          ? NONE
          : new Progress(System.identityHashCode(first), buffer.currentProgress(), begun);
    }

    boolean waits() {
      return message != 0;
    }
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}
