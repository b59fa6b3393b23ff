package dev.covet.test;

import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A request as it is sent.
 *
 * @param target path and query, as they go out
 * @param body its bytes, which nobody changes; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Sent(Method method, String target, Fields fields, byte[] body) {
  /** The name of this machine, which is also the {@code Host} of a request in memory. */
  static final String HOST = "localhost";

  /** All fields, with those that every client sends. */
  Fields head() {
    var head = fields.orElse("Host", HOST);
    return body.length == 0 ? head : head.orElse("Content-Length", "" + body.length);
  }

  /** This as a request for a WebSocket (RFC 6455, 4.1). */
  Sent asSocket() {
    var key = new byte[16];
    ThreadLocalRandom.current().nextBytes(key);
    var all =
        fields
            .orElse("Upgrade", "websocket")
            .orElse("Connection", "Upgrade")
            .orElse("Sec-WebSocket-Key", Base64.getEncoder().encodeToString(key))
            .orElse("Sec-WebSocket-Version", "13");
    return new Sent(method, target, all, body);
  }

  /** This with more fields and a body. */
  Sent with(Headers more, byte[] bytes) {
    var all = fields;
    for (var each : Fields.of(more).all()) all = all.plus(each.getKey(), each.getValue());
    return new Sent(method, target, all, bytes);
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
