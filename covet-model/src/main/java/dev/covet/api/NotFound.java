package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** There is no such thing (404). */
public final class NotFound extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public NotFound(String message) {
    super(BuiltInError.NOT_FOUND, message);
  }
}
