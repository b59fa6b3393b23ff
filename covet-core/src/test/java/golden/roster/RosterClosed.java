package golden.roster;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** Nobody can join now. */
@Status(409)
public final class RosterClosed extends ApiError {
  private static final long serialVersionUID = 1;

  public RosterClosed() {
    super("The roster is closed");
  }
}
