package every;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;

/** Constraints and defaults of each type. */
@Routes("/limited")
public final class Limited {
  @Post("/bounded")
  Bounded bounded(Bounded in) {
    return in;
  }

  @Get("/bounded")
  Bounded asked(@Query Bounded in) {
    return in;
  }

  @Post("/preset")
  Preset preset(Preset in) {
    return in;
  }

  @Get("/preset")
  Preset chosen(@Query Preset in) {
    return in;
  }
}
