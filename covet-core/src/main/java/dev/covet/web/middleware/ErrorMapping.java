package dev.covet.web.middleware;

import dev.covet.api.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which error a client is told for what was thrown: of the mappings the one whose class is the
 * nearest supertype wins, of two for one class the first.
 */
public final class ErrorMapping {
  /** A mapping that does nothing. */
  public static final ErrorMapping NONE = new ErrorMapping(List.of());

  private final List<Rule<?>> rules;

  private ErrorMapping(List<Rule<?>> rules) {
    this.rules = List.copyOf(rules);
  }

  /** This mapping and, after it, another for a class and those under it. */
  public <E extends Throwable> ErrorMapping plus(
      Class<E> type, Function<? super E, ? extends ApiError> error) {
    var more = new ArrayList<>(rules);
    more.add(new Rule<>(type, error));
    return new ErrorMapping(more);
  }

  /** This mapping and, after it, all of another. */
  public ErrorMapping plus(ErrorMapping others) {
    var more = new ArrayList<>(rules);
    more.addAll(others.rules);
    return new ErrorMapping(more);
  }

  /**
   * The error that stands for what was thrown; an {@link ApiError} without a mapping is its own.
   */
  public Optional<ApiError> error(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      for (var rule : rules) {
        if (rule.type == type) return Optional.of(rule.apply(thrown));
      }
    }
    return thrown instanceof ApiError error ? Optional.of(error) : Optional.empty();
  }

  private record Rule<E extends Throwable>(
      Class<E> type, Function<? super E, ? extends ApiError> error) {
    ApiError apply(Throwable thrown) {
      return error.apply(type.cast(thrown));
    }
  }
}
