package lodge;

import dev.covet.api.Forbidden;
import dev.covet.api.Guard;

/** Lets only Ann pass. */
@Guard
public final class KeeperOnly {
  void check(Me me) throws Forbidden {
    if (me.id() != 1) throw new Forbidden("Only the keeper");
  }
}
