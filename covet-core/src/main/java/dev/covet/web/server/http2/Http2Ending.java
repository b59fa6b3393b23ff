package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.Connection;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.time.Duration;

/**
 * How a connection ends (RFC 9113, 6.8): its client is told to open no more streams, then which was
 * the last one that counts; once all are closed, the connection is. Used on its loop alone.
 */
final class Http2Ending {
  private static final int TEXT_CHARS_MAX = 100;

  private final Http2Session session;
  private boolean announced;
  private boolean last;
  private boolean closing;
  private long sinceNanos;
  private long dropped;

  Http2Ending(Http2Session session) {
    this.session = session;
  }

  private Connection connection() {
    return session.connection();
  }

  /** Whether requests are still taken. */
  boolean takesStreams() {
    return !last;
  }

  /** Whether nothing more is sent; what comes is dropped. */
  boolean isClosing() {
    return closing;
  }

  /** Asks the client to open no more streams; those are taken that it opens before it knows. */
  void announce() {
    if (announced) return;
    announced = true;
    session.writer().goAway(Integer.MAX_VALUE, Http2Error.NO_ERROR, "");
    session.outflow().flushSoon();
  }

  /** Closes once the requests are answered that may come within this time. */
  void drain(Duration lastLook) {
    announce();
    connection().afterLastLook(this::finish, lastLook);
  }

  /** Takes no more requests, and closes once all are answered. */
  void finish() {
    if (last) return;
    last = true;
    announced = true;
    session.writer().goAway(session.streams().last(), Http2Error.NO_ERROR, "");
    session.outflow().flushSoon();
    moved();
  }

  /** A stream was opened or closed. */
  void moved() {
    if (last && !closing && session.streams().isEmpty()) close();
  }

  /** The client has broken the protocol, or a limit, which the message of this is then. */
  void fail(Http2Exception e) {
    if (closing) return;
    var text = e.getMessage() == null ? "" : e.getMessage();
    if (e.error() == Http2Error.ENHANCE_YOUR_CALM) connection().server().metrics().limitHit(text);
    var shown = text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX));
    session.writer().goAway(session.streams().last(), e.error(), shown);
    last = true;
    announced = true;
    closing = true;
    session.gone();
    close();
  }

  /**
   * Sends what is written, then says that nothing more comes, and waits for the client to leave.
   */
  private void close() {
    closing = true;
    sinceNanos = System.nanoTime();
    session
        .writer()
        .behind(() -> {
          if (connection().channel().isActive()) connection().endOutput();
        });
  }

  /** What comes now is dropped, up to a limit. */
  void drop(int bytes) {
    dropped += bytes;
    if (dropped > connection().server().limits().connections().lingerBytesMax()) {
      connection().close();
    }
  }

  /** Looks whether its client has had the time to leave. */
  void check(long now) {
    var seconds = (now - sinceNanos) / 1e9;
    if (seconds > connection().server().limits().times().lingerSecondsMax()) connection().close();
  }
}
