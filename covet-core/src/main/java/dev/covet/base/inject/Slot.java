package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import dev.covet.base.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The place of one service in the scopes of a started app. Asked for once, at start, it then costs
 * one array access.
 *
 * @param <T> the service
 */
public final class Slot<T> {
  private static final Slot<?>[] NONE = {};

  private final Key key;
  private final Lifetime lifetime;
  private final int index;
  private final SequencedSet<Slot<?>> asks = new LinkedHashSet<>();
  private @Nullable Maker<T> maker;
  private @Nullable T constant;
  private Slot<?>[] bound = NONE;

  Slot(Key key, Lifetime lifetime, int index) {
    this.key = key;
    this.lifetime = lifetime;
    this.index = index;
  }

  /** What the service is asked by. */
  public Key key() {
    return key;
  }

  /** Whether there is one for the app or one for each request. */
  public Lifetime lifetime() {
    return lifetime;
  }

  /**
   * The service, which is made if this is the first time that the scope is asked for it.
   *
   * @throws RuntimeException whatever the provider throws
   */
  public T get(Scope scope) {
    var one = constant;
    return one != null ? one : scope.value(this);
  }

  /**
   * Lets the service and everything that it needs read the request, each once. To be called for
   * every slot of an operation before the first {@link #get}.
   */
  public void bind(Scope scope, Problems problems) {
    for (var slot : bound) scope.bind(slot, problems);
  }

  int index() {
    return index;
  }

  Maker<T> maker() {
    return Objects.requireNonNull(maker, "the container has not been started");
  }

  void make(Maker<T> how) {
    maker = how;
  }

  void hold(T value) {
    constant = value;
  }

  boolean isHeld() {
    return constant != null;
  }

  /** What it needs, and what it may ask for later. */
  SequencedSet<Slot<?>> asks() {
    return asks;
  }

  void asksFor(Slot<?> other) {
    asks.add(other);
  }

  /**
   * Settles which services read the request before this one is made: what it asks for first, itself
   * last.
   */
  void settle() {
    var order = new LinkedHashSet<Slot<?>>();
    collect(order, new ArrayList<>());
    bound = order.toArray(NONE);
  }

  private void collect(SequencedSet<Slot<?>> order, List<Slot<?>> seen) {
    if (isHeld() || lifetime == Lifetime.APP || seen.contains(this)) return;
    seen.add(this);
    asks.forEach(asked -> asked.collect(order, seen));
    order.add(this);
  }
}
