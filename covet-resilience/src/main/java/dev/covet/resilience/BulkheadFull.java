package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.api.Status;
import java.time.Duration;
import java.util.Map;

/** As many such calls run as may at a time. */
@Status(503)
public final class BulkheadFull extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error, with what every client is told. */
  public BulkheadFull() {
    super("Too much is going on; try again later");
  }

  @Override
  public Map<String, String> headers() {
    return retryAfter(Duration.ofSeconds(1));
  }
}
