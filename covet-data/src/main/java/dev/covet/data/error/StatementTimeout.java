package dev.covet.data.error;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The database took too long over a statement (504). */
public final class StatementTimeout extends ApiError {
  private static final long serialVersionUID = 1L;

  /** What the database said, or did not. */
  public StatementTimeout(Throwable cause) {
    super(BuiltInError.STATEMENT_SECONDS_MAX.text(), cause);
  }

  @Override
  public int status() {
    return BuiltInError.STATEMENT_SECONDS_MAX.status();
  }

  @Override
  public String code() {
    return BuiltInError.STATEMENT_SECONDS_MAX.code();
  }
}
