package dev.covet.web.middleware;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Forbidden;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import java.util.Map;
import java.util.Optional;

/** What documents say of the errors that Covet brings. */
public final class ReadyErrors {
  private static final Map<Class<? extends ApiError>, ErrorFacts> FACTS =
      Map.of(
          BadRequest.class,
          new ErrorFacts(400, "BAD_REQUEST", "The request is wrong."),
          Unauthorized.class,
          new ErrorFacts(401, "UNAUTHORIZED", "Sign in first."),
          Forbidden.class,
          new ErrorFacts(403, "FORBIDDEN", "This is not allowed."),
          NotFound.class,
          new ErrorFacts(404, "NOT_FOUND", "There is no such thing."),
          Conflict.class,
          new ErrorFacts(409, "CONFLICT", "Something stands in the way."),
          Invalid.class,
          new ErrorFacts(422, "VALIDATION_ERROR", "A value is missing or wrong."),
          TooManyRequests.class,
          new ErrorFacts(429, "TOO_MANY_REQUESTS", "Too many requests."),
          Unavailable.class,
          new ErrorFacts(503, "UNAVAILABLE", "Try again later."));

  private ReadyErrors() {}

  /** The facts of a class, if it is one of them. */
  public static Optional<ErrorFacts> facts(Class<?> type) {
    return Optional.ofNullable(FACTS.get(type));
  }
}
