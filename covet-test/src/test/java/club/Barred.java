package club;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** Somebody must not come in. */
@Status(403)
public final class Barred extends ApiError {
  private static final long serialVersionUID = 1L;

  Barred(String message) {
    super(message);
  }
}
