package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** The service cannot answer now; later it may (503). */
public final class Unavailable extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public Unavailable(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.UNAVAILABLE.status();
  }

  @Override
  public String code() {
    return BuiltInError.UNAVAILABLE.code();
  }
}
