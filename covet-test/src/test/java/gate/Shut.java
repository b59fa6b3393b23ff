package gate;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** The office is shut. */
@Status(423)
public final class Shut extends ApiError {
  private static final long serialVersionUID = 1;

  Shut() {
    super("The office is shut");
  }
}
