package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.api.Status;
import java.time.Duration;
import java.util.Map;

/** The call was not made, since too many like it have failed. */
@Status(503)
public final class CircuitBreakerOpen extends ApiError {
  private static final long serialVersionUID = 1;

  private final transient Duration retryAfter;

  /**
   * The error of a breaker.
   *
   * @param retryAfter until calls are let through again, above 0
   */
  public CircuitBreakerOpen(String name, Duration retryAfter) {
    super("%s is not available; try again later".formatted(name));
    this.retryAfter = retryAfter;
  }

  /** How long calls are refused yet. */
  public Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of(
        "Retry-After", Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
  }
}
