package dev.covet.web.server.carrier;

import dev.covet.base.limit.LimitSource;
import java.util.stream.DoubleStream;

/**
 * How much the server accepts, by theme. Each theme asks for its limits by their names.
 *
 * @param head of what stands before a body
 * @param body of bodies, in both directions
 * @param times how long anything may take
 * @param connections of one connection
 * @param http2 of one connection that speaks HTTP/2
 * @param admission of all connections together
 * @param sockets of one WebSocket
 */
public record ServerLimits(
    Head head,
    Body body,
    Times times,
    Connections connections,
    Http2 http2,
    Admitted admission,
    Sockets sockets) {

  /** The limits that a source gives by their names. */
  public static ServerLimits from(LimitSource limits) {
    return new ServerLimits(
        Head.from(limits),
        Body.from(limits),
        Times.from(limits),
        Connections.from(limits),
        Http2.from(limits),
        Admitted.from(limits),
        Sockets.from(limits));
  }

  /** The limits of an operator. */
  public static ServerLimits usual() {
    return from(LimitSource.USUAL);
  }

  /**
   * What stands before a body.
   *
   * @param requestLineBytesMax longest request line, else 414
   * @param headersBytesMax all header fields together, else 431
   * @param headersCountMax most header fields, else 431
   */
  public record Head(int requestLineBytesMax, int headersBytesMax, int headersCountMax) {
    /** Each event loop has room for the longest head. */
    private static final int BYTES_MAX = 1_048_576;

    private static final int COUNT_MAX = 65_536;

    static Head from(LimitSource limits) {
      return new Head(
          limits.count("requestLineBytesMax", 8_192, BYTES_MAX),
          limits.count("headersBytesMax", 16_384, BYTES_MAX),
          limits.count("headersCountMax", 100, COUNT_MAX));
    }
  }

  /**
   * Bodies, in both directions.
   *
   * @param chunkExtensionBytesMax chunk extensions of one message together, else 400
   * @param bodyBufferBytesMax bytes of a body that wait for a slow handler; then the socket is not
   *     read
   * @param bodyBytesPerSecondMin how fast a body comes on average once it was waited for 5 s, else
   *     408
   * @param writeBufferBytesMax bytes of an answer that wait for a slow client
   * @param eventSilenceSecondsMax how long a stream of events may be silent; then a comment is sent
   */
  public record Body(
      int chunkExtensionBytesMax,
      int bodyBufferBytesMax,
      int bodyBytesPerSecondMin,
      int writeBufferBytesMax,
      double eventSilenceSecondsMax) {
    static Body from(LimitSource limits) {
      return new Body(
          limits.count("chunkExtensionBytesMax", 1_024),
          limits.count("bodyBufferBytesMax", 65_536),
          limits.count("bodyBytesPerSecondMin", 240),
          limits.count("writeBufferBytesMax", 65_536),
          limits.seconds("eventSilenceSecondsMax", 15));
    }
  }

  /**
   * How long anything may take.
   *
   * @param headersSecondsMax from the first byte of a head to its end, else 408
   * @param idleSecondsMax between two requests; then the connection is closed
   * @param bodySecondsMax how long a body that is collected may take to come, else 408
   * @param handlerSecondsMax until a handler has its response; then it is interrupted, 504
   * @param writeStallSecondsMax how long a client may take nothing of its answer; then it is reset
   * @param lingerSecondsMax how long a closing connection waits for the client
   * @param tlsHandshakeSecondsMax from the first moment of a connection to the end of its TLS
   *     handshake; then it is closed
   */
  public record Times(
      double headersSecondsMax,
      double idleSecondsMax,
      double bodySecondsMax,
      double handlerSecondsMax,
      double writeStallSecondsMax,
      double lingerSecondsMax,
      double tlsHandshakeSecondsMax) {
    static Times from(LimitSource limits) {
      return new Times(
          limits.seconds("headersSecondsMax", 10),
          limits.seconds("idleSecondsMax", 75),
          limits.seconds("bodySecondsMax", 300),
          limits.seconds("handlerSecondsMax", 30),
          limits.seconds("writeStallSecondsMax", 30),
          limits.seconds("lingerSecondsMax", 2),
          limits.seconds("tlsHandshakeSecondsMax", 10));
    }

    /** A tick that is short enough to watch over all of them, in nanoseconds: 10 ms to 1 s. */
    public long tickNanos() {
      var shortest =
          DoubleStream.of(
                  headersSecondsMax,
                  idleSecondsMax,
                  bodySecondsMax,
                  handlerSecondsMax,
                  writeStallSecondsMax,
                  lingerSecondsMax,
                  tlsHandshakeSecondsMax)
              .min()
              .orElse(1);
      return (long) (Math.clamp(shortest / 4, 0.01, 1.0) * 1e9);
    }
  }

  /**
   * One connection.
   *
   * @param pipelineRequestsMax requests answered in a row before others have their turn
   * @param lingerBytesMax bytes dropped while a connection closes
   */
  public record Connections(int pipelineRequestsMax, int lingerBytesMax) {
    static Connections from(LimitSource limits) {
      return new Connections(
          limits.count("pipelineRequestsMax", 32), limits.count("lingerBytesMax", 65_536));
    }
  }

  /**
   * One connection that speaks HTTP/2.
   *
   * @param streamsMax requests at once, those among them that their client gave up while a handler
   *     is at work; further ones are refused ({@code REFUSED_STREAM})
   * @param windowBytesMax bytes of one body that may come before it is read (the initial window)
   * @param bufferedBytesMax bytes of all bodies that may come before they are read, at least
   *     65,535; and bytes of answers that wait for the client before its next request begins
   * @param resetsReceivedMax streams that a client gives up in 30 s; then the connection ends
   * @param resetsSentMax streams that the server has to reset in 30 s; then the connection ends
   * @param continuationFramesMax frames that one head goes on in; then the connection ends
   * @param controlFramesQueuedMax frames without an answer that wait for the client; then the
   *     connection ends
   */
  public record Http2(
      int streamsMax,
      int windowBytesMax,
      int bufferedBytesMax,
      int resetsReceivedMax,
      int resetsSentMax,
      int continuationFramesMax,
      int controlFramesQueuedMax) {
    static Http2 from(LimitSource limits) {
      return new Http2(
          limits.count("http2StreamsMax", 100),
          limits.count("http2WindowBytesMax", 65_535),
          limits.count("http2BufferedBytesMax", 1_048_576),
          limits.count("http2ResetsReceivedMax", 200),
          limits.count("http2ResetsSentMax", 200),
          limits.count("http2ContinuationFramesMax", 16),
          limits.count("http2ControlFramesQueuedMax", 1_000));
    }
  }

  /**
   * All connections together.
   *
   * @param connectionsMax open connections; further ones are closed at once
   * @param connectionsPerAddressMax open connections of one address, but for this machine's own;
   *     further ones are closed at once
   * @param requestsInFlightMax requests at work in all connections, else 503
   * @param bodyBytesInFlightMax bytes of bodies that requests hold together, else 503
   */
  public record Admitted(
      int connectionsMax,
      int connectionsPerAddressMax,
      int requestsInFlightMax,
      long bodyBytesInFlightMax) {
    static Admitted from(LimitSource limits) {
      return new Admitted(
          limits.count("connectionsMax", OpenFiles.connectionsMax()),
          limits.count("connectionsPerAddressMax", 1_024),
          limits.count("requestsInFlightMax", 10_000),
          limits.whole("bodyBytesInFlightMax", BodyBytesInFlight.usualMax(), Long.MAX_VALUE));
    }
  }

  /** A tick that is short enough to watch over all times, in nanoseconds: 10 ms to 1 s. */
  public long tickNanos() {
    return Math.min(times.tickNanos(), sockets.tickNanos());
  }

  /**
   * One WebSocket.
   *
   * @param messageBytesMax the longest message, inflated, else 1009
   * @param framesMax frames of one message, else 1009
   * @param queueMessagesMax messages that wait for a slow client, besides 1 MiB; then it is closed
   *     with 1013, or who sends waits. As many may wait for a slow handler
   * @param silenceSecondsMax how long a client may say nothing; then it is sent a ping
   * @param pongSecondsMax how long it may say nothing after that; then it is gone
   */
  public record Sockets(
      int messageBytesMax,
      int framesMax,
      int queueMessagesMax,
      double silenceSecondsMax,
      double pongSecondsMax) {
    private static final int MESSAGE_BYTES_MAX = 1_073_741_824;

    static Sockets from(LimitSource limits) {
      return new Sockets(
          limits.count("websocketMessageBytesMax", 1_048_576, MESSAGE_BYTES_MAX),
          limits.count("websocketFramesMax", 65_536),
          limits.count("websocketQueueMessagesMax", 64),
          limits.seconds("websocketSilenceSecondsMax", 30),
          limits.seconds("websocketPongSecondsMax", 10));
    }

    private long tickNanos() {
      var shortest = Math.min(silenceSecondsMax, pongSecondsMax);
      return (long) (Math.clamp(shortest / 4, 0.01, 1.0) * 1e9);
    }
  }
}
