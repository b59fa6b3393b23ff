package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The query has more parameters than are taken (400). */
public final class TooManyParameters extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error that names the limit. */
  public TooManyParameters() {
    super("The query has more than " + Parameters.COUNT_MAX + " parameters");
  }

  @Override
  public int status() {
    return BuiltInError.QUERY_PARAMETERS_MAX.status();
  }

  @Override
  public String code() {
    return BuiltInError.QUERY_PARAMETERS_MAX.code();
  }
}
