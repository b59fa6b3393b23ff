package dev.covet.web.server.http2;

import dev.covet.schema.BuiltInError;
import dev.covet.web.address.Authority;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.RequestRules;
import dev.covet.web.server.carrier.ServerLimits;
import io.netty.handler.codec.http2.Http2Exception;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, found to be well-formed (RFC 9113, 8.2 and 8.3).
 *
 * @param method as it came
 * @param target its path and query, as they came; {@code *} for the server as a whole
 * @param authority the host that it asks, and the port if it names one; empty if it names none
 * @param protocol for which a stream is to be had (RFC 8441, 4); null for a request like any other
 * @param headers its fields, with a {@code host} among them and one {@code cookie} at most
 * @param count how many fields came
 * @param length of its body as the client says; -1 if it does not
 */
record RequestFields(
    String method,
    String target,
    String authority,
    @Nullable String protocol,
    Headers headers,
    int count,
    long length) {
  private static final Refusal BAD_HOST = Refusal.malformed("Host is missing or malformed");
  private static final Refusal LONG_TARGET = Refusal.of(BuiltInError.REQUEST_LINE_BYTES_MAX);
  private static final Refusal MANY_FIELDS = Refusal.of(BuiltInError.HEADERS_COUNT_MAX);
  private static final Refusal UNKNOWN_PROTOCOL =
      new Refusal(BuiltInError.NOT_IMPLEMENTED, "Only websocket is known as a :protocol");
  private static final Refusal NO_STREAM =
      Refusal.malformed("A WebSocket goes on behind its request, which has no length and no end");

  /** What stands around method and target in a line of HTTP/1.1. */
  private static final int LINE_BYTES = 12;

  /** Checks what came. */
  static RequestFields of(int stream, DecodedFields decoded) throws Http2Exception {
    return new HeadCheck(stream, decoded).request();
  }

  /** Why this is answered in the place of the app, or null. */
  @Nullable Refusal refusal(Connection connection) {
    var limits = connection.server().limits().head();
    if (count > limits.headersCountMax()) return MANY_FIELDS;
    if (isLong(limits)) return LONG_TARGET;
    if (headers.repeats("content-type")) return RequestRules.TWO_TYPES;
    if (headers.repeats("host") || !Authority.isValid(authority)) return BAD_HOST;
    var unknown = protocol == null ? RequestRules.method(method) : connecting(protocol);
    if (unknown != null) return unknown;
    var expected = RequestRules.expectation(headers.first("expect"));
    if (expected != null) return expected;
    return connection.serves(authority) ? null : RequestRules.ANOTHER_HOST;
  }

  /** RFC 9220, 3, has the status, which RFC 8441 leaves open. */
  private @Nullable Refusal connecting(String asked) {
    if (!asked.equalsIgnoreCase("websocket")) return UNKNOWN_PROTOCOL;
    return length <= 0 ? null : NO_STREAM;
  }

  /** Whether a WebSocket is asked for. */
  boolean connects() {
    return protocol != null;
  }

  /** Why a WebSocket is refused that its client has ended with its request. */
  static Refusal noStream() {
    return NO_STREAM;
  }

  private boolean isLong(ServerLimits.Head limits) {
    return method.length() + target.length() + LINE_BYTES > limits.requestLineBytesMax();
  }

  /** Whether the client sends a body only once it is told to (RFC 9110, 10.1.1). */
  boolean expectsToGoOn() {
    return RequestRules.isToGoOn(headers.first("expect"));
  }

  /** The path of the target, for the log of what is refused. */
  String path() {
    return target.split("[?#]", 2)[0];
  }
}
