package dev.covet.schema;

import java.util.Optional;
import java.util.stream.Stream;

/** The errors that Covet brings, as documents list them; a test holds them to the classes. */
public enum ReadyError {
  /** {@code dev.covet.api.BadRequest}. */
  BAD_REQUEST("BadRequest", 400, "The request is invalid."),
  /** {@code dev.covet.api.Unauthorized}. */
  UNAUTHORIZED("Unauthorized", 401, "Sign in first."),
  /** {@code dev.covet.api.Forbidden}. */
  FORBIDDEN("Forbidden", 403, "This is not allowed."),
  /** {@code dev.covet.api.NotFound}. */
  NOT_FOUND("NotFound", 404, "What was asked for does not exist."),
  /** {@code dev.covet.api.Conflict}. */
  CONFLICT("Conflict", 409, "The request conflicts with what is there."),
  /** {@code dev.covet.api.Invalid}. */
  VALIDATION_ERROR("Invalid", 422, "A value is missing or invalid."),
  /** {@code dev.covet.api.TooManyRequests}. */
  TOO_MANY_REQUESTS("TooManyRequests", 429, "Too many requests."),
  /** {@code dev.covet.api.Unavailable}. */
  UNAVAILABLE("Unavailable", 503, "Try again later.");

  private final String type;
  private final int status;
  private final String text;

  ReadyError(String type, int status, String text) {
    this.type = "dev.covet.api." + type;
    this.status = status;
    this.text = text;
  }

  /** The error of a class, by its qualified name; empty if the class is none of these. */
  public static Optional<ReadyError> of(String type) {
    return Stream.of(values()).filter(each -> each.type.equals(type)).findFirst();
  }

  /** What an operation lists that throws it; its code is the name of the constant. */
  public ResponseSchema answer() {
    return ResponseSchema.error(status, name(), text);
  }
}
