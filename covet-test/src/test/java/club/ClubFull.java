package club;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** The club takes nobody more. */
@Status(409)
public final class ClubFull extends ApiError {
  private static final long serialVersionUID = 1L;

  ClubFull() {
    super("The club is full");
  }
}
