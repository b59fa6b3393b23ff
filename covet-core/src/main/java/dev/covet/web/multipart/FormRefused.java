package dev.covet.web.multipart;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import java.time.Duration;
import java.util.Map;

/** A form of {@code multipart/form-data} passes a limit. */
public final class FormRefused extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error that names the limit. */
  FormRefused(BuiltInError error, String message) {
    super(error, message);
  }

  @Override
  public Map<String, String> headers() {
    return status() == BuiltInError.UPLOAD_DISK_BYTES_MAX.status()
        ? retryAfter(Duration.ofSeconds(1))
        : Map.of();
  }
}
