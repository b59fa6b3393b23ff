package dev.covet.web.middleware;

import dev.covet.api.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return plus(type, Optional.empty(), error);
  }

  /**
   * This mapping and, after it, another for a class and those under it.
   *
   * @param documented the class of errors that documents name
   */
  public <E extends Throwable> ErrorMapping plus(
      Class<E> type,
      Optional<Class<? extends ApiError>> documented,
      Function<? super E, ? extends ApiError> error) {
    var more = new ArrayList<>(rules);
    more.add(new Rule<>(type, documented, error));
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
    var rule = nearest(thrown.getClass());
    if (rule.isPresent()) return Optional.of(rule.get().apply(thrown));
    return thrown instanceof ApiError error ? Optional.of(error) : Optional.empty();
  }

  private Optional<Rule<?>> nearest(Class<?> thrown) {
    for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
      for (var rule : rules) {
        if (rule.type == type) return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Every class of errors that documents name. */
  public Set<Class<? extends ApiError>> documented() {
    return documented(rules.stream());
  }

  /**
   * The classes of errors, as documents name them, that may stand for exceptions of a class: the
   * one of the class itself and those of classes under it.
   */
  public Set<Class<? extends ApiError>> documented(Class<? extends Throwable> thrown) {
    var below = rules.stream().filter(rule -> thrown.isAssignableFrom(rule.type));
    return documented(Stream.concat(nearest(thrown).stream(), below));
  }

  private static Set<Class<? extends ApiError>> documented(Stream<Rule<?>> rules) {
    return rules
        .flatMap(rule -> rule.documented.stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private record Rule<E extends Throwable>(
      Class<E> type,
      Optional<Class<? extends ApiError>> documented,
      Function<? super E, ? extends ApiError> error) {
    ApiError apply(Throwable thrown) {
      return error.apply(type.cast(thrown));
    }
  }
}
