package dev.covet.web.error;

import dev.covet.api.ApiError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return plus(List.of(new Rule<>(type, null, error)));
  }

  /**
   * This mapping and, after it, another for a class and those under it, of which documents tell.
   *
   * @param documented the class of errors that documents name
   */
  public <E extends Throwable, A extends ApiError> ErrorMapping plus(
      Class<E> type, Class<A> documented, Function<? super E, ? extends A> error) {
    return plus(List.of(new Rule<>(type, documented, error)));
  }

  /** This mapping and, after it, all of another. */
  public ErrorMapping plus(ErrorMapping others) {
    return plus(others.rules);
  }

  private ErrorMapping plus(List<Rule<?>> others) {
    return new ErrorMapping(Stream.concat(rules.stream(), others.stream()).toList());
  }

  /**
   * The error that stands for what was thrown; an {@link ApiError} without a mapping is its own.
   */
  public Optional<ApiError> error(Throwable thrown) {
    var rule = nearest(thrown.getClass());
    if (rule != null) return Optional.of(rule.apply(thrown));
    return thrown instanceof ApiError error ? Optional.of(error) : Optional.empty();
  }

  private @Nullable Rule<?> nearest(Class<?> thrown) {
    for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
      var rule = ruleOf(type);
      if (rule != null) return rule;
    }
    return null;
  }

  private @Nullable Rule<?> ruleOf(Class<?> type) {
    for (var rule : rules) {
      if (rule.type == type) return rule;
    }
    return null;
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
    return documented(Stream.concat(Stream.ofNullable(nearest(thrown)), below));
  }

  /** The class of errors, as documents name it, that stands for an error of this class. */
  public Optional<Class<? extends ApiError>> inPlaceOf(Class<? extends ApiError> error) {
    return Optional.ofNullable(nearest(error)).map(Rule::documented);
  }

  private static Set<Class<? extends ApiError>> documented(Stream<Rule<?>> rules) {
    return rules
        .<Class<? extends ApiError>>flatMap(rule -> Stream.ofNullable(rule.documented))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private record Rule<E extends Throwable>(
      Class<E> type,
      @Nullable Class<? extends ApiError> documented,
      Function<? super E, ? extends ApiError> error) {
    ApiError apply(Throwable thrown) {
      return error.apply(type.cast(thrown));
    }
  }
}
