package dev.covet.base.task;

import dev.covet.base.observe.TraceContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the work of one thread belongs to, for another one that does a part of it: its log lines
 * have the same request id, its calls of other services the same trace. Nothing in the JDK 25 hands
 * on every {@link ScopedValue} without being a preview, so this does it by hand.
 *
 * @param log the values of log lines; null for none
 */
record Carried(@Nullable Map<String, String> log, Optional<TraceContext> trace) {
  /** That of the calling thread. */
  static Carried here() {
    return new Carried(MDC.getCopyOfContextMap(), TraceContext.current());
  }

  /** Does a part of the work in the calling thread, which then has back what it had before. */
  <R extends @Nullable Object, X extends Exception> R run(ScopedValue.CallableOp<R, X> part)
      throws X {
    var before = MDC.getCopyOfContextMap();
    log(log);
    try {
      return trace.isPresent() ? trace.get().run(part) : part.call();
    } finally {
      log(before);
    }
  }

  /**
   * Throws on what a part of the work threw, if it did.
   *
   * @param <X> what it may throw beside what may be thrown anywhere
   */
  @SuppressWarnings("unchecked")
  static <X extends Exception> void rethrow(@Nullable Throwable thrown) throws X {
    switch (thrown) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw (X) thrown;
    }
  }

  private static void log(@Nullable Map<String, String> values) {
    if (values == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(values);
    }
  }
}
