package dev.covet.api;

import dev.covet.schema.BuiltInError;
import java.util.Map;

/** The client has sent too many requests (429). */
public final class TooManyRequests extends ApiError.Known {
  private static final long serialVersionUID = 1;

  private final transient Map<String, String> headers;

  /** The error with a message for the client. */
  public TooManyRequests(String message) {
    this(message, Map.of());
  }

  /** The error with a message for the client, and header fields such as {@code Retry-After}. */
  public TooManyRequests(String message, Map<String, String> headers) {
    super(BuiltInError.TOO_MANY_REQUESTS, message);
    this.headers = Map.copyOf(headers);
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }
}
