package dev.covet.resilience;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what a call is protected: the values of annotations such as {@code @Retry} and
 * {@code @CircuitBreaker}. Rules of one kind and name share what they count, in all of an app.
 *
 * @param rules in the order in which they stand around a call, outermost first
 */
public record ProtectionRules(List<ProtectionRule> rules) {
  /** No protection. */
  public static final ProtectionRules NONE = new ProtectionRules(List.of());

  /** The header field by which a request that is sent again is known. */
  public static final String KEY = "Idempotency-Key";

  /** Sorts the rules: rate, places, time, attempts, breaker, key. */
  public ProtectionRules {
    rules = rules.stream().sorted(Comparator.comparingInt(ProtectionRules::place)).toList();
  }

  private static int place(ProtectionRule rule) {
    return switch (rule) {
      case ProtectionRule.Rate _ -> 0;
      case ProtectionRule.Places _ -> 1;
      case ProtectionRule.Time _ -> 2;
      case ProtectionRule.Attempts _ -> 3;
      case ProtectionRule.Breaking _ -> 4;
      case ProtectionRule.Once _ -> 5;
    };
  }

  private ProtectionRules and(ProtectionRule rule) {
    return new ProtectionRules(Stream.concat(rules.stream(), Stream.of(rule)).toList());
  }

  /** These, and a limit of requests in a time; a further one of the same name holds beside it. */
  public ProtectionRules rateLimit(String name, int requests, int perSeconds) {
    return and(new ProtectionRule.Rate(name, requests, Duration.ofSeconds(perSeconds)));
  }

  /** These, and a longest time of all attempts together. */
  public ProtectionRules deadline(String name, int millis) {
    return and(new ProtectionRule.Time(name, Duration.ofMillis(millis)));
  }

  /** These, and a number of attempts, with the first one. */
  public ProtectionRules retry(String name, int attempts) {
    return and(new ProtectionRule.Attempts(name, attempts));
  }

  /** These, and a most number of calls at a time. */
  public ProtectionRules bulkhead(String name, int calls) {
    return and(new ProtectionRule.Places(name, calls));
  }

  /** These, and a circuit breaker. */
  public ProtectionRules circuitBreaker(String name, int failurePercent, int openSeconds) {
    return and(new ProtectionRule.Breaking(name, failurePercent, Duration.ofSeconds(openSeconds)));
  }

  /** These, and one effect for each key of a client. */
  public ProtectionRules idempotent(String name) {
    return and(new ProtectionRule.Once(name));
  }

  /** These without several attempts. */
  ProtectionRules withoutAttempts() {
    return new ProtectionRules(
        rules.stream().filter(each -> !(each instanceof ProtectionRule.Attempts)).toList());
  }

  /** Those of one kind, in their order. */
  <R extends ProtectionRule> Stream<R> all(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast);
  }
}
