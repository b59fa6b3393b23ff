package dev.covet.web.file;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import java.util.Map;

/** No part that the client asks for is in the file (416). */
final class RangeNotSatisfiable extends ApiError.Known {
  private static final long serialVersionUID = 1;

  private final long length;

  RangeNotSatisfiable(long length) {
    super(BuiltInError.RANGE_NOT_SATISFIABLE, "The file has " + length + " bytes");
    this.length = length;
  }

  /** How long the file is (RFC 9110, 15.5.17). */
  @Override
  public Map<String, String> headers() {
    return Map.of("Content-Range", "bytes */" + length);
  }
}
