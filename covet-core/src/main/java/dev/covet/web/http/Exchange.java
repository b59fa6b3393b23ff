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
  private volatile String id = "";
  private RequestTerms terms = RequestTerms.NONE;
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

  /** The request's id, empty before it has one; from any thread. */
  String id() {
    return id;
  }

  void identify(String id) {
    this.id = id;
  }

  Writers writers() {
    return writers;
  }

  byte[] bytes() {
    var known = bytes;
    if (known != null) return known;
    var collected = body.collect(terms.bodyBytesMax());
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

  RequestTerms terms() {
    return terms;
  }

  void keepTo(RequestTerms those) {
    terms = those;
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
    inner.terms = terms;
    return inner;
  }
}
