package dev.covet.web.server.http1;

import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.ServerLimits;
import java.time.Duration;

/**
 * How an HTTP/1.1 connection ends: it says that no more comes, drops what the client still sends
 * for a while, and closes (RFC 9112, 9.6); or it is broken off. Used on its loop alone.
 */
final class Lingering {
  private final Http1 spoken;
  private final Connection connection;
  private final ServerLimits limits;
  private boolean begun;
  private long sinceNanos;

  Lingering(Http1 spoken) {
    this.spoken = spoken;
    this.connection = spoken.connection();
    this.limits = connection.server().limits();
  }

  /** Whether the last answer was given to the socket. */
  boolean begun() {
    return begun;
  }

  /** The last answer was given to the socket; the connection only waits for the client to leave. */
  void begin() {
    begun = true;
    sinceNanos = System.nanoTime();
    spoken.decoder().drop();
    spoken.turn().answers().close();
    spoken.turn().hand(spoken::goOn);
  }

  /**
   * Closes a connection on which no request is at work, or comes in a moment: one that was sent
   * before its client could know of the stop is answered, and the connection ends with it.
   */
  void drain(Duration lastLook) {
    connection.afterLastLook(this::drain, lastLook);
  }

  private void drain() {
    if (begun || spoken.turn().exchange() != null) return;
    if (spoken.decoder().held() == 0 && !spoken.turn().answers().leave()) {
      left();
    } else {
      begin();
    }
  }

  /** Bytes still leave, so that the client's time has not begun. */
  void waits(long now) {
    sinceNanos = now;
  }

  /** Whether so much was dropped that no more is read. */
  boolean droppedEnough() {
    return spoken.decoder().dropped() > limits.connections().lingerBytesMax();
  }

  void check(long now) {
    var seconds = (now - sinceNanos) / 1e9;
    var tooMuch = droppedEnough() && !spoken.turn().answers().leave();
    if (tooMuch || seconds > limits.times().lingerSecondsMax()) left();
  }

  /** Nobody waits for anything any more. */
  void left() {
    connection.close();
  }

  /**
   * Breaks the connection off, and says so if an answer is cut by that.
   *
   * @param reason the name of a limit, or the code of an error of the client
   */
  void cutOff(String reason, boolean isLimit) {
    var now = spoken.turn().exchange();
    if (spoken.turn().answers().leave() || (now != null && now.isAnswering())) {
      connection.cutOff(reason, isLimit);
    } else {
      reset();
    }
  }

  /** Breaks the connection off, so that the client cannot take what it has for the whole. */
  void reset() {
    connection.reset();
  }
}
