package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The query has more parameters than are taken (400). */
public final class TooManyParameters extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error that names the limit. */
  public TooManyParameters() {
    super(
        BuiltInError.QUERY_PARAMETERS_MAX,
        "The query has more than " + Parameters.COUNT_MAX + " parameters");
  }
}
