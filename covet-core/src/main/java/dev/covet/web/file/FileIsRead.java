package dev.covet.web.file;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import java.util.Map;

/** There is a file, which is only read (405). */
final class FileIsRead extends ApiError.Known {
  private static final long serialVersionUID = 1;

  static final String ALLOWED = "GET, HEAD, OPTIONS";

  FileIsRead() {
    super(BuiltInError.METHOD_NOT_ALLOWED, "A file can only be read; allowed are " + ALLOWED);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Allow", ALLOWED);
  }
}
