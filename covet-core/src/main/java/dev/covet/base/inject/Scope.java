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
 * closing closes what was made, newest first. Not thread-safe: a request is one thread, and the
 * app's services are all made at its start. A thread that ends the process closes the app's scope
 * once the one that starts it makes nothing more.
 */
public final class Scope implements AutoCloseable {
  /**
   * Stands in for a value that was bound to nothing, so that no service reads the request twice.
   */
  private static final Object NOTHING = new Object();

  private final Lifetime lifetime;
  private final @Nullable Object subject;
  private final ProblemLimits limits;
  private final @Nullable Object[] values;
  private final @Nullable Object[] bound;
  private @Nullable Deque<AutoCloseable> opened;
  private boolean closed;

  Scope(Lifetime lifetime, @Nullable Object subject, Container container) {
    var size = container.size();
    this.lifetime = lifetime;
    this.subject = subject;
    this.limits = container.limits();
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
    if (subject == null) {
      throw new IllegalStateException("this scope does not belong to a request");
    }
    return subject;
  }

  /**
   * Has something closed with this scope, before everything that was opened earlier.
   *
   * @throws IllegalStateException if the scope is closed
   */
  public void onClose(AutoCloseable resource) {
    mustBeOpen();
    push(resource);
  }

  /** Whether nothing that must be closed was opened so far. */
  public boolean isEmpty() {
    return opened == null || opened.isEmpty();
  }

  /** Most requests open nothing, so that there is nothing to make for them. */
  private void push(AutoCloseable resource) {
    if (opened == null) {
      opened = new ArrayDeque<>();
    }
    opened.push(resource);
  }

  /**
   * Closes what was opened, newest first; a failure keeps none of the rest from being closed.
   * Closing again does nothing.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones
   */
  @Override
  public void close() {
    var toClose = opened;
    if (closed || toClose == null) {
      closed = true;
      return;
    }
    closed = true;
    Throwable failure = null;
    while (!toClose.isEmpty()) {
      failure = Failures.after(failure, toClose.pop()::close);
    }
    Failures.orThrow(failure);
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
            slot.maker().make(this, readFor(slot)),
            () -> "the provider of " + slot.key() + " returned null");
    values[slot.index()] = value;
    if (value instanceof AutoCloseable resource) {
      push(resource);
    }
    return value;
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
    return NOTHING.equals(read) ? null : read;
  }

  void bind(Slot<?> slot, Problems problems) {
    if (bound[slot.index()] == null) {
      var read = slot.maker().bind(this, problems);
      bound[slot.index()] = read == null ? NOTHING : read;
    }
  }

  private void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException("the scope is closed");
    }
  }
}
