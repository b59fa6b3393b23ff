package dev.covet.api;

import dev.covet.schema.BuiltInError;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Another service, which a call of ours went to, gave no answer that can be used: none at all, one
 * that says an error, or one that is not as promised. Where nobody catches it, the client gets 502,
 * 503 if too many calls are under way, or 504 if that service took too long; never what it said.
 * What happened is the cause, for the log alone.
 */
public final class UpstreamError extends ApiError.Known {
  private static final long serialVersionUID = 1;

  private final int answered;

  /**
   * The error where there was no answer.
   *
   * @param error what the client is told
   */
  public UpstreamError(BuiltInError error, @Nullable Throwable cause) {
    this(error, 0, cause);
  }

  /**
   * The error where there was an answer.
   *
   * @param error what the client is told
   * @param answered the status of the answer; 0 if there was none
   */
  public UpstreamError(BuiltInError error, int answered, @Nullable Throwable cause) {
    super(error, error.text(), cause);
    this.answered = answered;
  }

  /** The status that the other service answered; empty if it gave no answer. */
  public OptionalInt answered() {
    return answered == 0 ? OptionalInt.empty() : OptionalInt.of(answered);
  }
}
