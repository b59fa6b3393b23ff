package dev.covet.data.error;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/**
 * Another transaction changed the same rows at the same time, and nothing of this one is stored
 * (503): it may work if it is tried again.
 */
public final class TransactionConflict extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  /** What the database said of it. */
  public TransactionConflict(Throwable cause) {
    super(BuiltInError.UNAVAILABLE, "Another request changed the same rows; try again", cause);
  }
}
