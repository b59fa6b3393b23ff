package dev.covet.web.server;

import dev.covet.web.http.Refusal;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of one connection, looked at with every tick of its loop: nothing is set up or
 * cancelled for a request. Used on the loop alone.
 */
final class Deadlines {
  private final Connection connection;
  private final ServerLimits limits;
  private long movedNanos = System.nanoTime();
  private long headNanos;
  private boolean inHead;
  private long closingNanos;
  private long stallNanos;
  private long stallMark = -1;

  Deadlines(Connection connection, ServerLimits limits) {
    this.connection = connection;
    this.limits = limits;
  }

  /** Something was read. */
  void moved(long now) {
    movedNanos = now;
    var nowInHead = connection.exchange() == null && connection.decoder().inHead();
    if (nowInHead && !inHead) headNanos = movedNanos;
    inHead = nowInHead;
  }

  /** The last answer was written; the connection only waits for the client to leave. */
  void closing() {
    closingNanos = System.nanoTime();
  }

  void check(long now) {
    if (connection.closing()) {
      checkClosing(now);
    } else if (stalled(now)) {
      connection.timedOut("WRITE_STALL_SECONDS_MAX");
      connection.reset();
    } else if (connection.exchange() == null) {
      checkWaiting(now);
    } else {
      checkHandler(now, connection.exchange());
    }
  }

  private void checkClosing(long now) {
    var tooMuch = connection.decoder().dropped() > limits.connections().lingerBytesMax();
    if (tooMuch || now - closingNanos > nanos(limits.times().lingerSecondsMax())) {
      var _ = connection.context().close();
    }
  }

  private void checkWaiting(long now) {
    if (inHead && now - headNanos > nanos(limits.times().headersSecondsMax())) {
      connection.refuse(
          Refusal.limit(408, "HEADERS_SECONDS_MAX", "The request head arrived too slowly"));
    } else if (!inHead && now - movedNanos > nanos(limits.times().idleSecondsMax())) {
      var _ = connection.context().close();
    }
  }

  private void checkHandler(long now, @Nullable Exchange exchange) {
    if (exchange != null
        && exchange.late(now, nanos(limits.times().handlerSecondsMax()))
        && exchange.replace()) {
      exchange.interrupt();
      replaceLate(exchange);
    }
  }

  /** A refusal that is late itself is not refused again: its connection ends. */
  private void replaceLate(Exchange exchange) {
    if (exchange.isRefusal()) {
      connection.reset();
    } else {
      connection.refuse(Refusal.limit(504, "HANDLER_SECONDS_MAX", "The response took too long"));
    }
  }

  /** Whether bytes wait for a client that has taken none for too long. */
  private boolean stalled(long now) {
    var mark = mark(connection.context().channel());
    if (mark == stallMark && mark >= 0) {
      return now - stallNanos > nanos(limits.times().writeStallSecondsMax());
    }
    stallMark = mark;
    stallNanos = now;
    return false;
  }

  /**
   * How many bytes the client has taken, about; -1 while none wait. What waits cannot tell: it may
   * be the same at every look although bytes flow.
   */
  private long mark(Channel channel) {
    var buffer = channel.unsafe().outboundBuffer();
    return buffer == null || buffer.isEmpty()
        ? -1
        : Math.max(
            0,
            connection.writtenBytes() - buffer.totalPendingWriteBytes() + buffer.currentProgress());
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}
