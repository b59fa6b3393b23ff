package dev.covet.web.server;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How an HTTP/1.1 connection ends: it says that no more comes, drops what the client still sends
 * for a while, and closes (RFC 9112, 9.6); or it is broken off. Used on its loop alone.
 */
final class Lingering {
  private final Http1 connection;
  private final ServerLimits limits;
  private boolean begun;
  private long sinceNanos;

  Lingering(Http1 connection) {
    this.connection = connection;
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
    connection.decoder().drop();
    connection.turn().answers().close();
    connection.turn().hand(connection::goOn);
  }

  /**
   * Closes a connection on which no request is at work, or comes in a moment: one that was sent
   * before its client could know of the stop is answered, and the connection ends with it.
   */
  void drain(Duration lastLook) {
    if (lastLook.isZero()) {
      drain();
    } else {
      var _ =
          connection
              .context()
              .executor()
              .schedule(
                  connection.turn().guarded(this::drain), lastLook.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void drain() {
    if (begun || connection.turn().exchange() != null) return;
    if (connection.decoder().held() == 0 && !connection.turn().answers().leave()) {
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
    return connection.decoder().dropped() > limits.connections().lingerBytesMax();
  }

  void check(long now) {
    var seconds = (now - sinceNanos) / 1e9;
    var tooMuch = droppedEnough() && !connection.turn().answers().leave();
    if (tooMuch || seconds > limits.times().lingerSecondsMax()) left();
  }

  /** Nobody waits for anything any more. */
  void left() {
    var _ = connection.context().close();
  }

  /**
   * Breaks the connection off, and says so if an answer is cut by that.
   *
   * @param reason the name of a limit, or the code of an error of the client
   */
  void cutOff(String reason, boolean isLimit) {
    var now = connection.turn().exchange();
    if (connection.turn().answers().leave() || (now != null && now.isAnswering())) {
      if (isLimit) connection.server().metrics().limitHit(reason);
      connection.server().cutOff(connection.context().channel().id().asShortText(), reason);
    }
    reset();
  }

  /** Breaks the connection off, so that the client cannot take what it has for the whole. */
  void reset() {
    var channel = connection.context().channel();
    if (channel.isOpen()) channel.config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = connection.context().close();
  }
}
