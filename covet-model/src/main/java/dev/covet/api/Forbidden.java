package dev.covet.api;

import dev.covet.schema.BuiltInError;

/** Whoever is signed in may not do this (403). */
public final class Forbidden extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public Forbidden(String message) {
    super(BuiltInError.FORBIDDEN, message);
  }
}
