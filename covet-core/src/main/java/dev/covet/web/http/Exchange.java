package dev.covet.web.http;

import org.jspecify.annotations.Nullable;

/** What all forms of one request share: its body and what was made of it. Not thread-safe. */
final class Exchange {
  private final RequestBody body;
  private int bodyBytesMax = Request.BODY_BYTES_MAX;
  private byte @Nullable [] bytes;
  private @Nullable Parameters parameters;
  private @Nullable Object attachment;

  Exchange(RequestBody body) {
    this.body = body;
  }

  RequestBody body() {
    return body;
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
    this.attachment = attachment;
  }

  @Nullable Object attachment() {
    return attachment;
  }

  /** The same body for an app inside, which attaches things of its own. */
  Exchange inner() {
    var inner = new Exchange(bytes == null ? body : RequestBody.of(bytes));
    inner.bodyBytesMax = bodyBytesMax;
    return inner;
  }
}
