package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one started app, each wired when it is first asked for. Not thread-safe: a start is
 * one thread.
 */
final class Slots {
  private final Config config;
  private final StartFaults faults;
  private final Map<Key, Object> overrides;
  private final Map<Key, Provider<?>> provided;
  private final @Nullable Key subject;
  private final SequencedMap<Key, Slot<?>> slots = new LinkedHashMap<>();
  private final List<Key> path = new ArrayList<>();
  private int size;

  /**
   * No slots yet.
   *
   * @param overrides values in the place of whatever their keys name
   * @param subject what a request's scope gives under this key is what it was opened for
   */
  Slots(
      Config config,
      StartFaults faults,
      Map<Key, Object> overrides,
      Map<Key, Provider<?>> provided,
      @Nullable Key subject) {
    this.config = config;
    this.faults = faults;
    this.overrides = Map.copyOf(overrides);
    this.provided = Map.copyOf(provided);
    this.subject = subject;
  }

  Config config() {
    return config;
  }

  StartFaults faults() {
    return faults;
  }

  /** How many slots there are. */
  int size() {
    return size;
  }

  Collection<Slot<?>> all() {
    return slots.values();
  }

  <T> Slot<T> slot(Key key, @Nullable String fromPlugin, String asker) {
    var found = found(key);
    if (found != null) return cast(found);
    faults.add(missing(key, fromPlugin, asker));
    return new Slot<>(key, Lifetime.APP, size++); // fits whoever asks, so that no more is wrong
  }

  private @Nullable Slot<?> found(Key key) {
    var known = known(key);
    if (known != null) return known;
    var provider = provided.get(key);
    return provider != null ? wired(key, provider) : null;
  }

  <T> Slot<T> slotOrElse(Provider<T> own) {
    var found = found(own.key());
    return found != null ? cast(found) : wired(own.key(), own);
  }

  <T> Slot<T> slot(Provider<T> own) {
    var known = known(own.key());
    return known != null ? cast(known) : wired(own.key(), own);
  }

  /**
   * The slot that exists already or needs no provider; a slot that is just being wired closes a
   * circle.
   */
  private @Nullable Slot<?> known(Key key) {
    if (path.contains(key)) faults.add(circle(key));
    var slot = slots.get(key);
    if (slot != null) return slot;
    var override = overrides.get(key);
    if (override != null) return held(key, override);
    return key.equals(subject)
        ? wired(key, Provider.of(key, Lifetime.REQUEST, _ -> (scope, _) -> scope.subject()))
        : null;
  }

  private Slot<?> held(Key key, Object value) {
    var slot = new Slot<>(key, Lifetime.APP, size++);
    slot.hold(value);
    slots.put(key, slot);
    return slot;
  }

  private <T> Slot<T> wired(Key key, Provider<T> provider) {
    var slot = new Slot<T>(key, provider.lifetime(), size++);
    slots.put(key, slot);
    path.addLast(key);
    slot.make(provider.wire(new Wiring(this, key.toString(), slot)));
    path.removeLast();
    return slot;
  }

  private String circle(Key key) {
    return "These services need each other: "
        + Stream.concat(path.stream().skip(path.indexOf(key)), Stream.of(key))
            .map(Key::toString)
            .collect(Collectors.joining(" -> "))
        + ". Let one of them take what it needs as an argument of its methods.";
  }

  private static String missing(Key key, @Nullable String fromPlugin, String asker) {
    var remedy =
        fromPlugin != null
            ? ": " + fromPlugin + "."
            : ". Write a @Provides method or constructor for it, or override it.";
    return asker + " needs " + key + ", which nothing provides" + remedy;
  }

  @SuppressWarnings("unchecked") // a key names one type, and what is put under it has that type
  private static <T> Slot<T> cast(Slot<?> slot) {
    return (Slot<T>) slot;
  }
}
