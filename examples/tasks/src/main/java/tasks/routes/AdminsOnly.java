package tasks.routes;

import dev.covet.api.Forbidden;
import tasks.data.Role;
import tasks.service.Me;

/** Lets administrators in. */
public final class AdminsOnly {
  void check(Me me) throws Forbidden {
    if (me.role() != Role.ADMIN) throw new Forbidden("For administrators only");
  }
}
