package gate;

import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Strict;

/** Open to all, unless a router says otherwise. */
@Routes("/hall")
public final class Hall {
  /** What may be asked of a lift. */
  @Query
  @Strict
  record Lift(int floor) {}

  /** Free. */
  @Get
  String hall() {
    return "hall";
  }

  /** Guarded by itself. */
  @Get("/lift")
  @Guard(Hours.class)
  String lift(Lift lift) {
    return "floor " + lift.floor();
  }
}
