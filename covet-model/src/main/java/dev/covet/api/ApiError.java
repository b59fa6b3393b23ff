package dev.covet.api;

import dev.covet.schema.BuiltInError;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer other than success that a handler, a service or Covet itself gives by throwing. It is
 * expected, so it carries no stack trace and costs little; the message goes to the client.
 */
public abstract class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error.
   *
   * @param message what the client is told
   */
  protected ApiError(String message) {
    this(message, null);
  }

  /**
   * Makes an error that something else led to.
   *
   * @param message what the client is told
   * @param cause what happened, for the log alone
   */
  protected ApiError(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /** What the client is told. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Status of the answer, 400 to 599. Classes with {@code @Status} have it in generated facts. */
  public int status() {
    return BuiltInError.INTERNAL_ERROR.status();
  }

  /** Header fields that its answer has besides, such as {@code Retry-After}; by their names. */
  public Map<String, String> headers() {
    return Map.of();
  }

  /**
   * The header field that says when a client should try again, for {@link #headers()}: in whole
   * seconds, at least 1 (RFC 9110, 10.2.3).
   */
  protected static Map<String, String> retryAfter(Duration wait) {
    return Map.of("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  /** Stable code of the error in upper snake case. Classes of users have it in generated facts. */
  public String code() {
    return BuiltInError.INTERNAL_ERROR.code();
  }

  /** An error that Covet itself has; what is told of it stands in {@link BuiltInError}. */
  public abstract static class Known extends ApiError {
    private static final long serialVersionUID = 1L;

    private final BuiltInError error;

    /** The error with a message for the client. */
    protected Known(BuiltInError error, String message) {
      this(error, message, null);
    }

    /** The error with a message for the client, and what led to it, for the log alone. */
    protected Known(BuiltInError error, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.error = error;
    }

    @Override
    public int status() {
      return error.status();
    }

    @Override
    public String code() {
      return error.code();
    }
  }
}
