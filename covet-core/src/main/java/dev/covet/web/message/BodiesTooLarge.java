package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import java.time.Duration;
import java.util.Map;

/** The requests at work keep as many bytes of bodies as they may (503). */
public final class BodiesTooLarge extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error without further words: the client can do nothing but try again. */
  public BodiesTooLarge() {
    super(BuiltInError.BODY_BYTES_IN_FLIGHT_MAX, BuiltInError.BODY_BYTES_IN_FLIGHT_MAX.text());
  }

  @Override
  public Map<String, String> headers() {
    return retryAfter(Duration.ofSeconds(1));
  }
}
