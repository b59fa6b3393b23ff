package dev.covet.data;

import dev.covet.api.ApiError;
import dev.covet.schema.ReadyError;

/** The database took too long over a statement (504). */
public final class StatementTimeout extends ApiError {
  private static final long serialVersionUID = 1L;

  StatementTimeout(Throwable cause) {
    super(ReadyError.STATEMENT_SECONDS_MAX.text(), cause);
  }

  @Override
  public int status() {
    return ReadyError.STATEMENT_SECONDS_MAX.status();
  }

  @Override
  public String code() {
    return ReadyError.STATEMENT_SECONDS_MAX.code();
  }
}
