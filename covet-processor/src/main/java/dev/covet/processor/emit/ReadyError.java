package dev.covet.processor.emit;

import dev.covet.processor.model.TypeName;
import java.util.Optional;
import java.util.stream.Stream;

/** The errors that Covet brings, as documents list them; a test holds them to the classes. */
enum ReadyError {
  BAD_REQUEST("BadRequest", 400, "The request is wrong."),
  UNAUTHORIZED("Unauthorized", 401, "Sign in first."),
  FORBIDDEN("Forbidden", 403, "This is not allowed."),
  NOT_FOUND("NotFound", 404, "There is no such thing."),
  CONFLICT("Conflict", 409, "Something stands in the way."),
  VALIDATION_ERROR("Invalid", 422, "A value is missing or wrong."),
  TOO_MANY_REQUESTS("TooManyRequests", 429, "Too many requests."),
  UNAVAILABLE("Unavailable", 503, "Try again later.");

  private final String type;
  private final int status;
  private final String text;

  ReadyError(String type, int status, String text) {
    this.type = type;
    this.status = status;
    this.text = text;
  }

  static Optional<ReadyError> of(TypeName name) {
    return Stream.of(values())
        .filter(each -> name.qualified().equals("dev.covet.api." + each.type))
        .findFirst();
  }

  int status() {
    return status;
  }

  String text() {
    return text;
  }
}
