package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import dev.covet.base.loop.Failures;
import dev.covet.base.problem.ProblemLimits;
import dev.covet.base.problem.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The services of one request, or those of the app. A service is made when it is first asked for;
 * closing closes what was made, newest first. Services are one thread's to ask for: a request is
 * one thread, and the app's services are all made at its start. Any thread may close it meanwhile:
 * what comes after that is closed at once.
 */
public final class Scope implements AutoCloseable {
  /**
   * Stands in for a value that was bound to nothing, so that no service reads the request twice.
   */
  private static final Object NOTHING = new Object();

  /**
   * Stands there while a thread makes a service, which may not ask for itself by some roundabout
   * way.
   *
   * @param read what the service's maker read
   */
  private record Making(Thread by, @Nullable Object read) {}

  private final Lifetime lifetime;
  private final @Nullable Object subject;
  private final ProblemLimits limits;
  private final @Nullable Object[] values;
  private final @Nullable Object[] bound;

  /** Written under the lock, with {@link #closed}; what is only asked needs none. */
  private volatile @Nullable Deque<AutoCloseable> opened;

  private volatile boolean closed;

  Scope(Lifetime lifetime, @Nullable Object subject, int size, ProblemLimits limits) {
    this.lifetime = lifetime;
    this.subject = subject;
    this.limits = limits;
    this.values = new Object[size];
    this.bound = new Object[size];
  }

  /** Whether it was opened for something, so that {@link #subject} gives it. */
  public boolean isOfRequest() {
    return subject != null;
  }

  /**
   * What this scope was opened for: the request.
   *
   * @throws IllegalStateException in a scope that is for no request: the app's, a start hook's
   */
  public Object subject() {
    if (subject == null) throw new IllegalStateException("this scope does not belong to a request");
    return subject;
  }

  /**
   * Has something closed with this scope, before everything that was opened earlier.
   *
   * @throws IllegalStateException if the scope is closed; then the resource is, too
   */
  public void onClose(AutoCloseable resource) {
    if (!isPushed(resource)) {
      var late = closed();
      Failures.after(late, resource::close);
      throw late;
    }
  }

  /** Whether it is over; from any thread. */
  public boolean isClosed() {
    return closed;
  }

  /** Whether nothing is open that must be closed. */
  public boolean isEmpty() {
    return opened == null;
  }

  /** Most requests open nothing, so that there is nothing to make for them. */
  private synchronized boolean isPushed(AutoCloseable resource) {
    if (closed) return false;
    if (opened == null) opened = new ArrayDeque<>();
    opened.push(resource);
    return true;
  }

  /**
   * Closes what was opened, newest first; a failure keeps none of the rest from being closed.
   * Closing again does nothing.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones
   */
  @Override
  public void close() {
    var toClose = taken();
    if (toClose == null) return;
    Throwable failure = null;
    for (var resource : toClose) failure = Failures.after(failure, resource::close);
    Failures.orThrow(failure);
  }

  private synchronized @Nullable Deque<AutoCloseable> taken() {
    var taken = opened;
    opened = null;
    closed = true;
    return taken;
  }

  @SuppressWarnings("unchecked") // a slot's index is its own: nothing but its maker writes there
  <T> T value(Slot<T> slot) {
    var value = (T) values[slot.index()];
    return value != null ? value : make(slot);
  }

  private <T> T make(Slot<T> slot) {
    mustBeOpen();
    if (slot.lifetime() != lifetime) {
      throw new IllegalStateException(slot.key() + " is not in this scope");
    }
    var value =
        Objects.requireNonNull(
            made(slot, readFor(slot)), () -> "the provider of " + slot.key() + " returned null");
    values[slot.index()] = value;
    if (value instanceof AutoCloseable resource) onClose(resource);
    return value;
  }

  private <T> @Nullable T made(Slot<T> slot, @Nullable Object read) {
    bound[slot.index()] = new Making(Thread.currentThread(), read);
    try {
      return slot.maker().make(this, read);
    } finally {
      bound[slot.index()] = read == null ? NOTHING : read;
    }
  }

  /**
   * What the service's maker read from the request; it reads now if nobody bound its slot before.
   */
  private @Nullable Object readFor(Slot<?> slot) {
    if (lifetime == Lifetime.REQUEST && bound[slot.index()] == null) {
      var problems = new Problems(limits);
      slot.bind(this, problems);
      problems.orThrow();
    }
    var read = bound[slot.index()];
    if (read instanceof Making(var by, var known)) {
      if (!by.equals(Thread.currentThread())) return known;
      throw new IllegalStateException(slot.key() + " is asked for by what it is made with");
    }
    return NOTHING.equals(read) ? null : read;
  }

  void bind(Slot<?> slot, Problems problems) {
    if (bound[slot.index()] == null) {
      var read = slot.maker().bind(this, problems);
      bound[slot.index()] = read == null ? NOTHING : read;
    }
  }

  private void mustBeOpen() {
    if (closed) throw closed();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the scope is closed");
  }
}
