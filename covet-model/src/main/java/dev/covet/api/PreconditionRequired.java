package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** The client has to say which state it has seen (428). */
public final class PreconditionRequired extends ApiError {
  private static final long serialVersionUID = 1L;

  /** The error with a message for the client. */
  public PreconditionRequired(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.PRECONDITION_REQUIRED.status();
  }

  @Override
  public String code() {
    return BuiltInError.PRECONDITION_REQUIRED.code();
  }
}
