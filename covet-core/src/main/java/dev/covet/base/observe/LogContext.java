package dev.covet.base.observe;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Has the log lines of this thread name a request, as {@code request_id}, until it is closed; then
 * the thread has back what it had before.
 *
 * <pre>{@code
 * try (var _ = LogContext.ofRequest(request.id())) {
 *   close();
 * }
 * }</pre>
 */
public final class LogContext implements AutoCloseable {
  private static final String REQUEST_ID = "request_id";

  private final @Nullable String before;

  private LogContext(@Nullable String before) {
    this.before = before;
  }

  /** The lines of the request that has this id; if that is empty, they stay as they are. */
  public static LogContext ofRequest(String id) {
    var context = new LogContext(MDC.get(REQUEST_ID));
    if (!id.isEmpty()) MDC.put(REQUEST_ID, id);
    return context;
  }

  /** The id of the request that the lines of this thread name; empty if they name none. */
  public static String requestId() {
    var id = MDC.get(REQUEST_ID);
    return id == null ? "" : id;
  }

  @Override
  public void close() {
    if (before == null) {
      MDC.remove(REQUEST_ID);
    } else {
      MDC.put(REQUEST_ID, before);
    }
  }
}
