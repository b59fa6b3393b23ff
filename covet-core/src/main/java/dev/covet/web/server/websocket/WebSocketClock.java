package dev.covet.web.server.websocket;

import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.carrier.WriteStall;

/**
 * The time limits of one WebSocket, looked at with every tick of its loop. Used on the loop alone.
 */
final class WebSocketClock {
  private final WebSocketWriter writer;
  private final ServerLimits limits;
  private final WriteStall stall;
  private long heardNanos = System.nanoTime();
  private long pingNanos;
  private boolean pinged;

  /** Its client is read, so that its silence is its own. */
  private boolean reads = true;

  private long endNanos;
  private boolean ending;

  WebSocketClock(WebSocketWriter writer, ServerLimits limits) {
    this.writer = writer;
    this.limits = limits;
    this.stall = new WriteStall(limits.times());
  }

  /** What is to be done now. */
  enum Due {
    NOTHING,
    PING,
    /** The client has said nothing for too long, a pong neither. */
    GONE,
    /** The client has taken nothing for too long. */
    STALLED,
    /** It was waited long enough for the end of the connection. */
    CLOSED
  }

  /** Bytes came. */
  void heard() {
    heardNanos = System.nanoTime();
    pinged = false;
  }

  /** Notes whether the client is read. */
  void reads(boolean now) {
    if (now && !reads) heard();
    reads = now;
  }

  /** It was said that it ends; the client has its time to do the same. */
  void ends() {
    if (!ending) endNanos = System.nanoTime();
    ending = true;
  }

  Due look(long now) {
    if (stall.look(now, writer.taken())) return Due.STALLED;
    if (ending) {
      if (writer.leaves()) endNanos = now;
      return isOver(now - endNanos, limits.times().lingerSecondsMax()) ? Due.CLOSED : Due.NOTHING;
    }
    if (pinged) {
      var isGone = reads && isOver(now - pingNanos, limits.sockets().pongSecondsMax());
      return isGone ? Due.GONE : Due.NOTHING;
    }
    if (!isOver(now - heardNanos, limits.sockets().silenceSecondsMax())) {
      return Due.NOTHING;
    }
    pinged = true;
    pingNanos = now;
    return Due.PING;
  }

  private static boolean isOver(long nanos, double seconds) {
    return nanos > (long) (seconds * 1e9);
  }
}
