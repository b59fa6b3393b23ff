package kinds;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** It was here. */
@Status(410)
final class Gone extends ApiError {
  private static final long serialVersionUID = 1L;

  Gone() {
    super("It is gone");
  }
}
