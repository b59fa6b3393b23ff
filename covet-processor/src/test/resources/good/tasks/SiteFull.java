package tasks;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** The site has no room for another `task`. */
@Status(409)
public final class SiteFull extends ApiError {
  private static final long serialVersionUID = 1;

  SiteFull() {
    super("Nothing more can be done there");
  }
}
