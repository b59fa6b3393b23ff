package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** The client has to say which state it has seen (428). */
public final class PreconditionRequired extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  /** The error with a message for the client. */
  public PreconditionRequired(String message) {
    super(BuiltInError.PRECONDITION_REQUIRED, message);
  }
}
