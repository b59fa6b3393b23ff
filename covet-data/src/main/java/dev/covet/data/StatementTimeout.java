package dev.covet.data;

import dev.covet.api.ApiError;

/** The database took too long over a statement (504). */
public final class StatementTimeout extends ApiError {
  private static final long serialVersionUID = 1L;

  StatementTimeout(Throwable cause) {
    super("The database took too long", cause);
  }

  @Override
  public int status() {
    return 504;
  }

  @Override
  public String code() {
    return "STATEMENT_SECONDS_MAX";
  }
}
