package dev.covet.resilience;

import dev.covet.api.Lifetime;
import dev.covet.api.Mode;
import dev.covet.api.Provides;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Provider;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one start of an app counts to protect itself and its neighbors. Thread-safe. */
@Provides
public final class Resilience {
  /** Most things of one kind that are told apart by name. */
  private static final int NAMES_MAX = 1_000;

  private static final int FAILURE_PERCENT = 50;
  private static final Duration OPEN = Duration.ofSeconds(30);

  private final Ticks ticks;
  private final Metrics metrics;
  private final RateLimitStore store;
  private final Map<String, Made<Breaker>> breakers = new ConcurrentHashMap<>();
  private final Map<String, Made<Layer>> bulkheads = new ConcurrentHashMap<>();
  private final Map<ProtectionTerm, Layer> layers = new ConcurrentHashMap<>();
  private final Map<Quota, RateLimiting> limits = new ConcurrentHashMap<>();

  Resilience(Clock clock, Mode mode, Metrics metrics, ResilienceSettings settings) {
    this.ticks = Ticks.of(mode, clock);
    this.metrics = metrics;
    this.store = new MemoryRateLimits(settings.rateLimitKeysMax(), ticks, metrics);
  }

  /**
   * Something for the whole app that is made of this.
   *
   * @param id tells it from others of its class
   */
  static <T> Provider<T> provider(
      Class<?> type, String id, Function<? super Resilience, ? extends T> made) {
    return Provider.of(
        Key.of(type).qualified(id),
        Lifetime.APP,
        wiring -> {
          var resilience = wiring.slot(ResilienceProvider.RESILIENCE);
          return (scope, _) -> made.apply(resilience.get(scope));
        });
  }

  /** What was made for a name, by which term. */
  private record Made<L extends Layer>(ProtectionTerm term, L layer) {}

  /**
   * What makes calls by terms.
   *
   * @throws IllegalStateException if another term has the name of one of them
   */
  public Protection protection(ProtectionTerms terms) {
    return new Protection(this, terms);
  }

  RateLimiting limiting(Quota quota, Function<? super Request, ClientKey> client) {
    return new RateLimiting(quota, store, metrics, client);
  }

  /** The limit of a rate, if the terms have one; equal ones count together. */
  Optional<RateLimiting> limiting(ProtectionTerms terms) {
    var windows = terms.all(ProtectionTerm.Rate.class).toList();
    if (windows.isEmpty()) return Optional.empty();
    var quota =
        new Quota(
            windows.getFirst().name(),
            windows.stream()
                .map(each -> new Quota.Window(each.requests(), each.period()))
                .toList());
    return Optional.of(limits.computeIfAbsent(quota, each -> limiting(each, ClientKey::ofAddress)));
  }

  /** What stands around calls by the rest of the terms, outermost first. */
  List<Layer> layers(ProtectionTerms terms) {
    return terms.terms().stream().flatMap(each -> layer(each).stream()).toList();
  }

  private Optional<Layer> layer(ProtectionTerm term) {
    return switch (term) {
      case ProtectionTerm.Rate _, ProtectionTerm.Once _ -> Optional.empty();
      case ProtectionTerm.Places places ->
          Optional.of(only(bulkheads, term, () -> new BulkheadLayer(places, metrics)));
      case ProtectionTerm.Time time ->
          Optional.of(named(layers, term, () -> new DeadlineLayer(time, metrics)));
      case ProtectionTerm.Attempts attempts ->
          Optional.of(named(layers, term, () -> new RetryLayer(attempts, metrics)));
      case ProtectionTerm.Breaking breaking -> Optional.of(breaker(breaking));
    };
  }

  /** The breaker of a name, with the usual numbers unless it is there already. */
  Breaker breaker(String name) {
    var known = breakers.get(name);
    return known == null
        ? breaker(new ProtectionTerm.Breaking(name, FAILURE_PERCENT, OPEN))
        : known.layer();
  }

  private Breaker breaker(ProtectionTerm.Breaking term) {
    return only(breakers, term, () -> new Breaker(term, ticks, metrics));
  }

  /** What two have that are told apart by nothing but their numbers, one of them would not get. */
  private static <L extends Layer> L only(
      Map<String, Made<L>> all, ProtectionTerm term, Supplier<L> layer) {
    var made = named(all, term.name(), () -> new Made<>(term, layer.get()));
    if (made.term().equals(term)) return made.layer();
    throw new IllegalStateException(
        "Two that are called \"%s\" have different numbers: %s and %s. Rename a class or a method, or give both the same."
            .formatted(term.name(), made.term().numbers(), term.numbers()));
  }

  private static <K, V> V named(Map<K, V> all, K name, Supplier<V> made) {
    var known = all.get(name);
    if (known != null) return known;
    if (all.size() >= NAMES_MAX) {
      throw new IllegalStateException(
          "There are %s of these by name already; names come from a small set"
              .formatted(NAMES_MAX));
    }
    return all.computeIfAbsent(name, _ -> made.get());
  }
}
