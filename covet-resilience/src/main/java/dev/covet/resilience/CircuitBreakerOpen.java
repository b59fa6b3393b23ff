package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.api.Status;
import java.time.Duration;
import java.util.Map;

/** The call was not made, since too many like it have failed. */
@Status(503)
public final class CircuitBreakerOpen extends ApiError {
  private static final long serialVersionUID = 1;

  private final String name;
  private final Duration retryAfter;

  /**
   * The error of a breaker. Clients are not told its name, which is often that of a method.
   *
   * @param retryAfter until calls are let through again, above 0
   */
  public CircuitBreakerOpen(String name, Duration retryAfter) {
    super("A service that is needed is not available; try again later");
    this.name = name;
    this.retryAfter = retryAfter;
  }

  /** The breaker's name. */
  public String name() {
    return name;
  }

  /** How long calls are refused yet. */
  public Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public Map<String, String> headers() {
    return retryAfter(retryAfter);
  }
}
