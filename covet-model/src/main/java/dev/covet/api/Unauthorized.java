package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** Nobody is signed in, or the credentials do not hold (401). */
public final class Unauthorized extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public Unauthorized(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.UNAUTHORIZED.status();
  }

  @Override
  public String code() {
    return BuiltInError.UNAUTHORIZED.code();
  }
}
