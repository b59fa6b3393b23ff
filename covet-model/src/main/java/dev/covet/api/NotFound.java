package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** There is no such thing (404). */
public final class NotFound extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public NotFound(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.NOT_FOUND.status();
  }

  @Override
  public String code() {
    return BuiltInError.NOT_FOUND.code();
  }
}
