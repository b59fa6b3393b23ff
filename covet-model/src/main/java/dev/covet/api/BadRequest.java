package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** The request is not understood (400). */
public final class BadRequest extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public BadRequest(String message) {
    super(BuiltInError.BAD_REQUEST, message);
  }
}
