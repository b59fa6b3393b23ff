package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** It was changed since the client has seen it (412). */
public final class PreconditionFailed extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  /** The error with a message for the client. */
  public PreconditionFailed(String message) {
    super(BuiltInError.PRECONDITION_FAILED, message);
  }
}
