package dev.covet.base.json;

import dev.covet.api.ApiError;

/** The bytes are no JSON text, or more of one than is read: status 400. */
public final class MalformedJson extends ApiError {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int position;

  MalformedJson(String code, String message, int position) {
    super(message + ", at byte " + position);
    this.code = code;
    this.position = position;
  }

  /** Something else was expected at a position. */
  static MalformedJson expected(String what, int position) {
    return new MalformedJson("MALFORMED_JSON", "The JSON is not valid: expected " + what, position);
  }

  /** A limit was passed at a position. */
  static MalformedJson limit(String name, int max, int position) {
    return new MalformedJson(name, "The JSON exceeds " + name + " = " + max, position);
  }

  /** Number of bytes before the one at fault. */
  public int position() {
    return position;
  }

  @Override
  public int status() {
    return 400;
  }

  /** {@code MALFORMED_JSON}, or the name of the limit that was passed. */
  @Override
  public String code() {
    return code;
  }
}
