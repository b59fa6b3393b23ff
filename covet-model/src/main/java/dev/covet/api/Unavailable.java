package dev.covet.api;

import dev.covet.schema.BuiltInError;
import java.time.Duration;
import java.util.Map;

/**
 * The service cannot answer now; later it may (503). {@code Retry-After} says in seconds when, at
 * least 1 (RFC 9110, 10.2.3).
 */
public final class Unavailable extends ApiError.Known {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  /** The error with a message for the client, which may try again after a second. */
  public Unavailable(String message) {
    this(message, Duration.ofSeconds(1));
  }

  /** The error with a message for the client, and how long it should wait before it tries again. */
  public Unavailable(String message, Duration retryAfter) {
    super(BuiltInError.UNAVAILABLE, message);
    this.retryAfter = retryAfter;
  }

  @Override
  public Map<String, String> headers() {
    return retryAfter(retryAfter);
  }
}
