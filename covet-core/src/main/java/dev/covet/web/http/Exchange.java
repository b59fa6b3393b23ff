package dev.covet.web.http;

import dev.covet.base.json.Writers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What all forms of one request share: its body and what was made of it. Not thread-safe. */
final class Exchange {
  /** An app attaches a match and a scope; few attach more. */
  private static final int ATTACHMENTS_HINT = 2;

  private final RequestBody body;
  private final Writers writers;
  private int bodyBytesMax = Request.BODY_BYTES_MAX;
  private byte @Nullable [] bytes;
  private @Nullable Parameters parameters;
  private @Nullable Object[] attachments = new Object[ATTACHMENTS_HINT];
  private int attached;

  Exchange(RequestBody body, Writers writers) {
    this.body = body;
    this.writers = writers;
  }

  RequestBody body() {
    return body;
  }

  Writers writers() {
    return writers;
  }

  byte[] bytes() {
    var known = bytes;
    if (known != null) return known;
    var collected = body.collect(bodyBytesMax);
    bytes = collected;
    return collected;
  }

  Parameters parameters(Request request) {
    var known = parameters;
    if (known != null) return known;
    var parsed = Parameters.parse(request.query());
    parameters = parsed;
    return parsed;
  }

  void limitBody(int bytesMax) {
    bodyBytesMax = bytesMax;
  }

  void attach(Object attachment) {
    if (attached == attachments.length) attachments = Arrays.copyOf(attachments, 2 * attached);
    attachments[attached++] = attachment;
  }

  <T> @Nullable T attachment(Class<T> type) {
    for (var attachment : attachments) {
      if (type.isInstance(attachment)) return type.cast(attachment);
    }
    return null;
  }

  /** The same body for an app inside, which attaches things of its own. */
  Exchange inner() {
    var inner = new Exchange(bytes == null ? body : RequestBody.of(bytes), writers);
    inner.bodyBytesMax = bodyBytesMax;
    return inner;
  }
}
