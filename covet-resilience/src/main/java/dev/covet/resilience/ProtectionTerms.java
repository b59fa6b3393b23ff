package dev.covet.resilience;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what a call is protected: the values of annotations such as {@code @Retry} and
 * {@code @CircuitBreaker}. Terms of one kind and name share what they count, in all of an app.
 *
 * @param terms in the order in which they stand around a call, outermost first
 */
public record ProtectionTerms(List<ProtectionTerm> terms) {
  /** No protection. */
  public static final ProtectionTerms NONE = new ProtectionTerms(List.of());

  /** The header field by which a request that is sent again is known. */
  public static final String KEY = "Idempotency-Key";

  /** Sorts the terms: rate, places, time, attempts, breaker, key. */
  public ProtectionTerms {
    terms = terms.stream().sorted(Comparator.comparingInt(ProtectionTerms::place)).toList();
  }

  private static int place(ProtectionTerm term) {
    return switch (term) {
      case ProtectionTerm.Rate _ -> 0;
      case ProtectionTerm.Places _ -> 1;
      case ProtectionTerm.Time _ -> 2;
      case ProtectionTerm.Attempts _ -> 3;
      case ProtectionTerm.Breaking _ -> 4;
      case ProtectionTerm.Once _ -> 5;
    };
  }

  private ProtectionTerms and(ProtectionTerm term) {
    return new ProtectionTerms(Stream.concat(terms.stream(), Stream.of(term)).toList());
  }

  /** These, and a limit of requests in a time; a further one of the same name holds beside it. */
  public ProtectionTerms rateLimit(String name, int requests, int perSeconds) {
    return and(new ProtectionTerm.Rate(name, requests, Duration.ofSeconds(perSeconds)));
  }

  /** These, and a longest time of all attempts together. */
  public ProtectionTerms deadline(String name, int millis) {
    return and(new ProtectionTerm.Time(name, Duration.ofMillis(millis)));
  }

  /** These, and a number of attempts, with the first one. */
  public ProtectionTerms retry(String name, int attempts) {
    return and(new ProtectionTerm.Attempts(name, attempts));
  }

  /** These, and a most number of calls at a time. */
  public ProtectionTerms bulkhead(String name, int calls) {
    return and(new ProtectionTerm.Places(name, calls));
  }

  /** These, and a circuit breaker. */
  public ProtectionTerms circuitBreaker(String name, int failurePercent, int openSeconds) {
    return and(new ProtectionTerm.Breaking(name, failurePercent, Duration.ofSeconds(openSeconds)));
  }

  /** These, and one effect for each key of a client. */
  public ProtectionTerms idempotent(String name) {
    return and(new ProtectionTerm.Once(name));
  }

  /** These without several attempts. */
  ProtectionTerms withoutAttempts() {
    return new ProtectionTerms(
        terms.stream().filter(each -> !(each instanceof ProtectionTerm.Attempts)).toList());
  }

  /** Those of one kind, in their order. */
  <R extends ProtectionTerm> Stream<R> all(Class<R> kind) {
    return terms.stream().filter(kind::isInstance).map(kind::cast);
  }
}
