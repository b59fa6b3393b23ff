package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Failures;
import dev.covet.base.problem.ProblemLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The services of one started app. First everything asks for its slots through {@link #wiring};
 * then {@link #start} makes the app-wide services that were asked for; then each request opens a
 * scope. Wiring and starting are one thread's; after that it is thread-safe. {@link #close} is for
 * any thread, also for one that ends the process while a provider still runs in another, or before
 * the start: what that makes is closed at once.
 */
public final class Container implements AutoCloseable {
  private final Config config;
  private final StartFaults faults;
  private final Map<Key, Object> overrides;
  private final Map<Key, Provider<?>> provided;
  private final Providers others;
  private final @Nullable Key subject;
  private final ProblemLimits limits;
  private final SequencedMap<Key, Slot<?>> slots = new LinkedHashMap<>();
  private final List<Key> path = new ArrayList<>();
  private volatile @Nullable Scope app;
  private boolean closed;
  private int size;

  private Container(Builder from) {
    this.config = from.config;
    this.faults = from.faults;
    this.overrides = Map.copyOf(from.overrides);
    this.provided = Map.copyOf(from.provided);
    this.others = from.others;
    this.subject = from.subject;
    this.limits = from.limits;
  }

  /**
   * Starts to describe a container.
   *
   * @param faults takes what is wrong; {@link #start} throws it
   */
  public static Builder of(Config config, StartFaults faults) {
    return new Builder(config, faults);
  }

  /**
   * Where somebody asks for slots.
   *
   * @param asker the name that messages give him: {@code Heroes.create}
   */
  public Wiring wiring(String asker) {
    return new Wiring(this, asker, null);
  }

  /**
   * Makes every app-wide service that was asked for, what it needs first.
   *
   * @throws StartFailure with every fault of wiring and settings, before anything is made; or
   *     because a provider failed, or this was closed meanwhile, after closing what was made
   */
  public void start() {
    faults.orThrow();
    slots.values().forEach(Slot::settle);
    var scope = begun();
    var seen = new HashSet<Slot<?>>();
    for (var slot : slots.values()) {
      make(slot, scope, seen);
    }
  }

  private synchronized Scope begun() {
    var scope = new Scope(Lifetime.APP, null, this);
    if (closed) {
      scope.close();
    }
    app = scope;
    return scope;
  }

  /** Makes what it needs first, so that a failure is told of what failed, not of who asked. */
  private static void make(Slot<?> slot, Scope scope, Set<Slot<?>> seen) {
    if (slot.lifetime() == Lifetime.APP && !slot.isHeld() && seen.add(slot)) {
      slot.asks().forEach(asked -> make(asked, scope, seen));
      hold(slot, scope);
    }
  }

  /** A provider throws what it likes, also checked exceptions and errors. */
  private static <T> void hold(Slot<T> slot, Scope scope) {
    try {
      slot.hold(slot.get(scope));
    } catch (Throwable e) {
      Failures.after(e, scope::close);
      throw new StartFailure(slot.key() + " cannot be created", e);
    }
  }

  /**
   * Opens the scope of one request; whoever opens it closes it.
   *
   * @param request what the scope is for
   */
  public Scope open(Object request) {
    return new Scope(Lifetime.REQUEST, request, this);
  }

  /** Opens a scope like a request's for something that is none, such as a start hook. */
  public Scope open() {
    return new Scope(Lifetime.REQUEST, null, this);
  }

  /**
   * The app's own scope, for its start and stop hooks.
   *
   * @throws IllegalStateException before the start
   */
  public Scope app() {
    var scope = app;
    if (scope == null) {
      throw new IllegalStateException("the container has not been started");
    }
    return scope;
  }

  /**
   * Lets somebody ask services of the app, also before the start: then what he asks for is made for
   * that alone, with what it needs, and closed again.
   *
   * @throws RuntimeException whatever a provider throws
   */
  public <R> R asked(Function<Scope, R> question) {
    var started = app;
    if (started != null) return question.apply(started);
    try (var scope = new Scope(Lifetime.APP, null, this)) {
      return question.apply(scope);
    }
  }

  /** Closes the app-wide services that were made so far, newest first. */
  @Override
  public void close() {
    var scope = ended();
    if (scope != null) {
      scope.close();
    }
  }

  private synchronized @Nullable Scope ended() {
    closed = true;
    return app;
  }

  Config config() {
    return config;
  }

  StartFaults faults() {
    return faults;
  }

  /** How much is told of a request that a service is read from. */
  ProblemLimits limits() {
    return limits;
  }

  /** How many slots there are. */
  int size() {
    return size;
  }

  <T> Slot<T> slot(Key key, @Nullable String fromPlugin, String asker) {
    var found = found(key);
    if (found != null) {
      return cast(found);
    }
    faults.add(missing(key, fromPlugin, asker));
    return new Slot<>(key, Lifetime.APP, size++); // fits whoever asks, so that no more is wrong
  }

  private @Nullable Slot<?> found(Key key) {
    var known = known(key);
    if (known != null) {
      return known;
    }
    var provider = others.find(key);
    var chosen = provider != null ? provider : provided.get(key);
    return chosen != null ? wired(key, chosen) : null;
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
    if (path.contains(key)) {
      faults.add(circle(key));
    }
    var slot = slots.get(key);
    if (slot != null) {
      return slot;
    }
    var override = overrides.get(key);
    if (override != null) {
      return held(key, override);
    }
    return key.equals(subject)
        ? wired(key, new Wired<>(key, Lifetime.REQUEST, _ -> (scope, _) -> scope.subject()))
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

  /** Finds providers that nobody registered: those of generated code. */
  @FunctionalInterface
  public interface Providers {
    /** The provider of what the key names; null for none. */
    @Nullable Provider<?> find(Key key);
  }

  /** Describes a container. Not thread-safe. */
  public static final class Builder {
    private final Config config;
    private final StartFaults faults;
    private final Map<Key, Object> overrides = new HashMap<>();
    private final Map<Key, Provider<?>> provided = new LinkedHashMap<>();
    private Providers others = _ -> null;
    private @Nullable Key subject;
    private ProblemLimits limits = ProblemLimits.DEFAULT;

    private Builder(Config config, StartFaults faults) {
      this.config = config;
      this.faults = faults;
    }

    /** Registers a provider, as plugins do; two of one key are a fault. */
    public Builder provide(Provider<?> provider) {
      if (provided.putIfAbsent(provider.key(), provider) != null) {
        faults.add(
            "Two plugins provide %s. Install one of them, tell one apart by a qualifier, or override it."
                .formatted(provider.key()));
      }
      return this;
    }

    /** Sets where a key is looked up first: in generated code, which wins over plugins. */
    public Builder find(Providers generated) {
      others = generated;
      return this;
    }

    /**
     * Replaces whatever the key names, of either lifetime, with a value that the caller owns and
     * closes.
     */
    public Builder override(Key key, Object value) {
      overrides.put(key, value);
      return this;
    }

    /** Sets the key under which a request's scope gives what it was opened for. */
    public Builder subject(Class<?> type) {
      subject = Key.of(type);
      return this;
    }

    /** Sets how much is told of a request that services are read from, if nobody bound them. */
    public Builder limits(ProblemLimits problems) {
      limits = problems;
      return this;
    }

    /** The container, with nothing in it yet. */
    public Container build() {
      return new Container(this);
    }
  }
}
