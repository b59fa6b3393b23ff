package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** The client has sent too many requests (429). */
public final class TooManyRequests extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public TooManyRequests(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.TOO_MANY_REQUESTS.status();
  }

  @Override
  public String code() {
    return BuiltInError.TOO_MANY_REQUESTS.code();
  }
}
