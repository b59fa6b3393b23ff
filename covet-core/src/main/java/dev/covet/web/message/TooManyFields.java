package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The form has more fields than are taken (400). */
public final class TooManyFields extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error that names the limit. */
  public TooManyFields() {
    super(
        BuiltInError.FORM_FIELDS_MAX,
        "The form has more than " + Parameters.FIELDS_MAX + " fields");
  }
}
