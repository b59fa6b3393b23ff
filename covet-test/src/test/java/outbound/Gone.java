package outbound;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** The person has left. */
@Status(410)
final class Gone extends ApiError {
  private static final long serialVersionUID = 1;

  Gone(String message) {
    super(message);
  }
}
