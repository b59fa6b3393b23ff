package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The body is of a media type that the route does not read (415). */
public final class UnsupportedMediaType extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public UnsupportedMediaType(String message) {
    super(BuiltInError.UNSUPPORTED_MEDIA_TYPE, message);
  }
}
