package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** It was changed since the client has seen it (412). */
public final class PreconditionFailed extends ApiError {
  private static final long serialVersionUID = 1L;

  /** The error with a message for the client. */
  public PreconditionFailed(String message) {
    super(message);
  }

  @Override
  public int status() {
    return BuiltInError.PRECONDITION_FAILED.status();
  }

  @Override
  public String code() {
    return BuiltInError.PRECONDITION_FAILED.code();
  }
}
