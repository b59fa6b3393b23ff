package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The form has more fields than are taken (400). */
public final class TooManyFields extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error that names the limit. */
  public TooManyFields() {
    super("The form has more than " + Parameters.FIELDS_MAX + " fields");
  }

  @Override
  public int status() {
    return BuiltInError.FORM_FIELDS_MAX.status();
  }

  @Override
  public String code() {
    return BuiltInError.FORM_FIELDS_MAX.code();
  }
}
