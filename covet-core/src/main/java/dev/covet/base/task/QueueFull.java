package dev.covet.base.task;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import java.time.Duration;
import java.util.Map;

/** All threads of a pool are busy, and as many tasks as may wait for one do (503). */
public final class QueueFull extends ApiError.Known {
  private static final long serialVersionUID = 1;

  QueueFull(BuiltInError limit) {
    super(limit, limit.text());
  }

  @Override
  public Map<String, String> headers() {
    return retryAfter(Duration.ofSeconds(1));
  }
}
