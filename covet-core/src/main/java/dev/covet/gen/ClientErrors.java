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
import dev.covet.web.error.ErrorFacts;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The classes of the errors that one operation answers. Not thread-safe. */
final class ClientErrors {
  private final Map<String, Function<ErrorReport, ? extends ApiError>> own = new LinkedHashMap<>();
  private final Set<BuiltInError> declared = EnumSet.of(BuiltInError.NOT_FOUND);
  private final boolean throwsUndeclared;

  /**
   * Errors to be added.
   *
   * @param throwsUndeclared whether those of Covet's own need not be declared
   */
  ClientErrors(boolean throwsUndeclared) {
    this.throwsUndeclared = throwsUndeclared;
  }

  /** Adds an error of the user's. */
  void add(ErrorFacts facts, Function<String, ? extends ApiError> made) {
    own.put(
        key(facts.status(), facts.code()),
        report -> made.apply(report.message().isEmpty() ? facts.text() : report.message()));
  }

  /** Adds an error of Covet's own. */
  void add(BuiltInError error) {
    declared.add(error);
  }

  private static String key(int status, String code) {
    return status + " " + code;
  }

  /** The error that was told; empty if there is no class for it. */
  Optional<ApiError> of(ErrorReport report) {
    var made =
        report.code().isEmpty() ? byStatus(report) : own.get(key(report.status(), report.code()));
    return Optional.ofNullable(made == null ? ready(report) : made.apply(report));
  }

  /** Who knows nothing of Covet tells no code: the first error that has the status is meant. */
  private @Nullable Function<ErrorReport, ? extends ApiError> byStatus(ErrorReport report) {
    var isDeclared = declared.stream().anyMatch(each -> each.status() == report.status());
    return isDeclared
        ? null
        : own.entrySet().stream()
            .filter(each -> each.getKey().startsWith(report.status() + " "))
            .<Function<ErrorReport, ? extends ApiError>>map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  private @Nullable ApiError ready(ErrorReport report) {
    for (var error : BuiltInError.values()) {
      if (error.hasClass() && isMeant(error, report) && isThrown(error)) {
        return ready(error, report);
      }
    }
    return null;
  }

  private static boolean isMeant(BuiltInError error, ErrorReport report) {
    return report.code().isEmpty()
        ? error.status() == report.status()
        : error.code().equals(report.code());
  }

  private boolean isThrown(BuiltInError error) {
    return throwsUndeclared || declared.contains(error);
  }

  private static @Nullable ApiError ready(BuiltInError error, ErrorReport report) {
    var message = report.message().isEmpty() ? error.text() : report.message();
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
