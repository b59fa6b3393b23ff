package dev.covet.web.server;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much the server accepts; security.md has the reasons. There is no value for "unlimited".
 *
 * @param requestLineBytesMax longest request line, else 414
 * @param headersBytesMax all header fields together, else 431
 * @param headersCountMax most header fields, else 431
 * @param chunkExtensionBytesMax chunk extensions of one message together, else 400
 * @param headersSecondsMax from the first byte of a head to its end, else 408
 * @param idleSecondsMax between two requests; then the connection is closed
 * @param handlerSecondsMax until a handler has its response; then it is interrupted, 504
 * @param writeStallSecondsMax how long a client may take nothing of its answer; then it is reset
 * @param writeBufferBytesMax bytes of an answer that wait for a slow client
 * @param bodyBufferBytesMax bytes of a body that wait for a slow handler; then the socket is not
 *     read
 * @param pipelineRequestsMax requests of one connection answered in a row before others have their
 *     turn
 * @param lingerBytesMax bytes dropped while a connection closes
 * @param lingerSecondsMax how long a closing connection waits for the client
 * @param connectionsMax open connections; further ones are closed at once
 * @param connectionsPerAddressMax open connections of one address, but for this machine's own;
 *     further ones are closed at once
 * @param requestsInFlightMax requests at work in all connections, else 503
 */
public record ServerLimits(
    int requestLineBytesMax,
    int headersBytesMax,
    int headersCountMax,
    int chunkExtensionBytesMax,
    double headersSecondsMax,
    double idleSecondsMax,
    double handlerSecondsMax,
    double writeStallSecondsMax,
    int writeBufferBytesMax,
    int bodyBufferBytesMax,
    int pipelineRequestsMax,
    int lingerBytesMax,
    double lingerSecondsMax,
    int connectionsMax,
    int connectionsPerAddressMax,
    int requestsInFlightMax) {

  /** Every limit is above zero. */
  public ServerLimits {
    var counts =
        IntStream.of(
            requestLineBytesMax,
            headersBytesMax,
            headersCountMax,
            chunkExtensionBytesMax,
            writeBufferBytesMax,
            bodyBufferBytesMax,
            pipelineRequestsMax,
            lingerBytesMax,
            connectionsMax,
            connectionsPerAddressMax,
            requestsInFlightMax);
    var seconds =
        DoubleStream.of(
            headersSecondsMax,
            idleSecondsMax,
            handlerSecondsMax,
            writeStallSecondsMax,
            lingerSecondsMax);
    if (!counts.allMatch(count -> count > 0) || !seconds.allMatch(time -> time > 0)) {
      throw new IllegalArgumentException("a limit of the server is not above zero");
    }
  }

  /** Where limits come from: settings, or a test. */
  @FunctionalInterface
  public interface Source {
    /** The value of a limit, or {@code usual}. */
    double limit(String name, double usual);
  }

  /** The limits that a source gives by their names. */
  public static ServerLimits from(Source source) {
    return new ServerLimits(
        (int) source.limit("requestLineBytesMax", 8_192),
        (int) source.limit("headersBytesMax", 16_384),
        (int) source.limit("headersCountMax", 100),
        (int) source.limit("chunkExtensionBytesMax", 1_024),
        source.limit("headersSecondsMax", 10),
        source.limit("idleSecondsMax", 75),
        source.limit("handlerSecondsMax", 30),
        source.limit("writeStallSecondsMax", 30),
        (int) source.limit("writeBufferBytesMax", 65_536),
        (int) source.limit("bodyBufferBytesMax", 65_536),
        (int) source.limit("pipelineRequestsMax", 32),
        (int) source.limit("lingerBytesMax", 65_536),
        source.limit("lingerSecondsMax", 2),
        (int) source.limit("connectionsMax", OpenFiles.connectionsMax()),
        (int) source.limit("connectionsPerAddressMax", 1_024),
        (int) source.limit("requestsInFlightMax", 10_000));
  }

  /** The limits of security.md. */
  public static ServerLimits usual() {
    return from((_, usual) -> usual);
  }

  /** A tick that is short enough to watch over every time limit, in nanoseconds: 10 ms to 1 s. */
  long tickNanos() {
    var shortest =
        Math.min(
            Math.min(headersSecondsMax, idleSecondsMax),
            Math.min(handlerSecondsMax, writeStallSecondsMax));
    return (long) (Math.clamp(shortest / 4, 0.01, 1.0) * 1e9);
  }
}
