package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The body is larger than the route takes (413). */
public final class BodyTooLarge extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error that names the limit in bytes. */
  public BodyTooLarge(long bytesMax) {
    super(BuiltInError.BODY_BYTES_MAX, "The body is larger than " + bytesMax + " bytes");
  }
}
