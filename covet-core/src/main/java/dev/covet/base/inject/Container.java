package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Failures;
import dev.covet.base.problem.ProblemLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The services of one started app. First everything asks for its slots through {@link #wiring};
 * then {@link #start} makes the app-wide services that were asked for; then each request opens a
 * scope. Wiring and starting are one thread's; after that it is thread-safe. {@link #close} is for
 * any thread, also for one that ends the process while a provider still runs in another, or before
 * the start: what that makes is closed at once.
 */
public final class Container implements AutoCloseable {
  private final StartFaults faults;
  private final ProblemLimits limits;
  private final Slots slots;
  private volatile @Nullable Scope app;
  private boolean closed;

  private Container(Builder from) {
    this.faults = from.faults;
    this.limits = from.limits;
    this.slots = new Slots(from.config, from.faults, from.overrides, from.provided, from.subject);
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
    return new Wiring(slots, asker, null);
  }

  /**
   * Makes every app-wide service that was asked for, what it needs first.
   *
   * @throws StartFailure with every fault of wiring and settings, before anything is made; or
   *     because a provider failed, or this was closed meanwhile, after closing what was made
   */
  public void start() {
    faults.orThrow();
    slots.all().forEach(Slot::settle);
    var scope = begun();
    var seen = new HashSet<Slot<?>>();
    for (var slot : slots.all()) make(slot, scope, seen);
  }

  private synchronized Scope begun() {
    var scope = scope(Lifetime.APP, null);
    if (closed) scope.close();
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
    return scope(Lifetime.REQUEST, request);
  }

  /** Opens a scope like a request's for something that is none, such as a start hook. */
  public Scope open() {
    return scope(Lifetime.REQUEST, null);
  }

  private Scope scope(Lifetime lifetime, @Nullable Object subject) {
    return new Scope(lifetime, subject, slots.size(), limits);
  }

  /**
   * The app's own scope, for its start and stop hooks.
   *
   * @throws IllegalStateException before the start
   */
  public Scope app() {
    var scope = app;
    if (scope == null) throw new IllegalStateException("the container has not been started");
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
    try (var scope = scope(Lifetime.APP, null)) {
      return question.apply(scope);
    }
  }

  /** Closes the app-wide services that were made so far, newest first. */
  @Override
  public void close() {
    var scope = ended();
    if (scope != null) scope.close();
  }

  private synchronized @Nullable Scope ended() {
    closed = true;
    return app;
  }

  /** Describes a container. Not thread-safe. */
  public static final class Builder {
    private final Config config;
    private final StartFaults faults;
    private final Map<Key, Object> overrides = new HashMap<>();
    private final Map<Key, Provider<?>> provided = new LinkedHashMap<>();
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
