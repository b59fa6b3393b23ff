package dev.covet.idempotency;

import dev.covet.api.ApiError;
import dev.covet.api.Status;
import java.time.Duration;
import java.util.Map;

/** A request with the same idempotency key is at work. */
@Status(409)
public final class IdempotencyKeyInUse extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error, with what every client is told. */
  public IdempotencyKeyInUse() {
    super("A request with this Idempotency-Key is at work; try again later");
  }

  @Override
  public Map<String, String> headers() {
    return retryAfter(Duration.ofSeconds(1));
  }
}
