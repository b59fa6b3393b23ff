package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.api.Status;
import org.jspecify.annotations.Nullable;

/** It took longer than its deadline allows. */
@Status(504)
public final class DeadlinePassed extends ApiError {
  private static final long serialVersionUID = 1;

  /**
   * The error.
   *
   * @param cause what came of the interruption, for the log alone
   */
  public DeadlinePassed(@Nullable Throwable cause) {
    super("This took too long", cause);
  }
}
