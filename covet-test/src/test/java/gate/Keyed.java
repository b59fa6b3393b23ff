package gate;

import dev.covet.api.Guard;
import dev.covet.api.Path;
import dev.covet.api.Unauthorized;

/** Needs a door in the path. */
@Guard
public final class Keyed {
  void check(@Path int door) throws Unauthorized {
    if (door == 0) throw new Unauthorized("No door");
  }
}
