package dev.covet.base.json;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/**
 * The bytes are no JSON text, or more of one than is read: status 400. Its code is {@code
 * MALFORMED_JSON}, or the name of the limit that was passed.
 */
public final class MalformedJson extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  private final int position;

  MalformedJson(BuiltInError error, String message, int position) {
    super(error, message + ", at byte " + position);
    this.position = position;
  }

  /** Something else was expected at a position. */
  static MalformedJson expected(String what, int position) {
    var error = BuiltInError.MALFORMED_JSON;
    return new MalformedJson(error, error.text() + ": expected " + what, position);
  }

  /** A limit was passed at a position. */
  static MalformedJson limit(BuiltInError limit, int max, int position) {
    return new MalformedJson(limit, "The JSON exceeds " + limit + " = " + max, position);
  }

  /** Number of bytes before the one at fault. */
  public int position() {
    return position;
  }
}
