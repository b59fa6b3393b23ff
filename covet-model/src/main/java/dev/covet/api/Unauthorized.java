package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** Nobody is signed in, or the credentials do not hold (401). */
public final class Unauthorized extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public Unauthorized(String message) {
    super(BuiltInError.UNAUTHORIZED, message);
  }
}
