package dev.covet.gen;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.ErrorReport;
import dev.covet.api.Forbidden;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.schema.BuiltInError;
import dev.covet.web.middleware.ErrorFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The classes of the errors that one operation answers. Not thread-safe. */
final class ClientErrors {
  private final Map<String, Function<String, ? extends ApiError>> own = new HashMap<>();

  /** Adds an error of the user's. */
  void add(ErrorFacts facts, Function<String, ? extends ApiError> made) {
    own.put(key(facts.status(), facts.code()), made);
  }

  private static String key(int status, String code) {
    return status + " " + code;
  }

  /** The error that was told; empty if there is no class for it. */
  Optional<ApiError> of(ErrorReport report) {
    var made = own.get(key(report.status(), report.code()));
    return Optional.ofNullable(made == null ? ready(report) : made.apply(report.message()));
  }

  private static @Nullable ApiError ready(ErrorReport report) {
    for (var error : BuiltInError.values()) {
      if (error.code().equals(report.code())) return ready(error, report);
    }
    return null;
  }

  private static @Nullable ApiError ready(BuiltInError error, ErrorReport report) {
    var message = report.message();
    return switch (error) {
      case BAD_REQUEST -> new BadRequest(message);
      case UNAUTHORIZED -> new Unauthorized(message);
      case FORBIDDEN -> new Forbidden(message);
      case NOT_FOUND -> new NotFound(message);
      case CONFLICT -> new Conflict(message, report.problems());
      case VALIDATION_ERROR -> new Invalid(report.problems(), report.truncated());
      case TOO_MANY_REQUESTS -> new TooManyRequests(message);
      case UNAVAILABLE -> new Unavailable(message);
      default -> null;
    };
  }
}
