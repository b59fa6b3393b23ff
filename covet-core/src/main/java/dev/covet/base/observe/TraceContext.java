package dev.covet.base.observe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, as its client sent it (W3C Trace Context, 3.2 and 3.3), for
 * the calls that are made to answer it. Baggage is no part of it.
 *
 * @param parent the value of {@code traceparent}, of version 00
 * @param state the value of {@code tracestate}; empty for none
 */
public record TraceContext(String parent, String state) {
  /** Longest state that is passed on, in characters. */
  private static final int STATE_LENGTH_MAX = 512;

  /** Length of a parent: version, trace, span and flags. */
  private static final int PARENT_LENGTH = 55;

  private static final ScopedValue<TraceContext> CURRENT = ScopedValue.newInstance();

  /** The one that header fields tell; empty if there is none, or it is not well-formed. */
  public static Optional<TraceContext> of(@Nullable String parent, @Nullable String state) {
    if (parent == null || !isParent(parent)) return Optional.empty();
    var kept = state == null || state.length() > STATE_LENGTH_MAX ? "" : state;
    return Optional.of(new TraceContext(parent, LogText.isSafe(kept) ? kept : ""));
  }

  private static boolean isParent(String text) {
    if (text.length() != PARENT_LENGTH || !text.startsWith("00-")) return false;
    for (var i = 0; i < PARENT_LENGTH; i++) {
      var isDash = i == 2 || i == 35 || i == 52;
      if (isDash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) return false;
    }
    return !text.regionMatches(3, "0".repeat(32), 0, 32)
        && !text.regionMatches(36, "0".repeat(16), 0, 16);
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** The one that the work of this thread belongs to; empty for none. */
  public static Optional<TraceContext> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does work that belongs to this trace, in this thread. */
  public <R extends @Nullable Object, X extends Exception> R run(ScopedValue.CallableOp<R, X> work)
      throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
