package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.base.config.Source;
import dev.covet.base.inject.Key;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a start is given from outside. Immutable.
 *
 * @param mode what the app starts in
 * @param sources where settings come from, the first wins; what the app sets itself comes after
 * @param clock the time
 * @param overrides services in the place of others
 */
public record StartOptions(
    Mode mode, List<Source> sources, Clock clock, Map<Key, Object> overrides) {
  /** Copies sources and overrides. */
  public StartOptions {
    sources = List.copyOf(sources);
    overrides = Map.copyOf(overrides);
  }

  /** A start in a mode, with settings from nowhere but the app itself, by the system's clock. */
  public static StartOptions of(Mode mode) {
    return new StartOptions(mode, List.of(), Clock.systemUTC(), Map.of());
  }

  /** These with settings from these sources. */
  public StartOptions with(Source... sources) {
    return new StartOptions(mode, List.of(sources), clock, overrides);
  }

  /** These with another clock. */
  public StartOptions with(Clock clock) {
    return new StartOptions(mode, sources, clock, overrides);
  }

  /** These with a service in the place of another. */
  public StartOptions override(Key key, Object value) {
    var more = new HashMap<>(overrides);
    more.put(key, value);
    return new StartOptions(mode, sources, clock, more);
  }
}
