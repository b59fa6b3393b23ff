package dev.covet.data.error;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The database took too long over a statement (504). */
public final class StatementTimeout extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  /** What the database said, or did not. */
  public StatementTimeout(Throwable cause) {
    super(BuiltInError.STATEMENT_SECONDS_MAX, BuiltInError.STATEMENT_SECONDS_MAX.text(), cause);
  }
}
