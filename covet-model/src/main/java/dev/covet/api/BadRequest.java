package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** The request is not understood (400). */
public final class BadRequest extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public BadRequest(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.BAD_REQUEST.status();
  }

  @Override
  public String code() {
    return BuiltInError.BAD_REQUEST.code();
  }
}
