package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The body is larger than the route takes (413). */
public final class BodyTooLarge extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error that names the limit in bytes. */
  public BodyTooLarge(long bytesMax) {
    super("The body is larger than " + bytesMax + " bytes");
  }

  @Override
  public int status() {
    return BuiltInError.BODY_BYTES_MAX.status();
  }

  @Override
  public String code() {
    return BuiltInError.BODY_BYTES_MAX.code();
  }
}
