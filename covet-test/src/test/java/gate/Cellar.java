package gate;

import dev.covet.api.Get;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Strict;
import java.util.Map;

/** Takes whatever else is asked, or nothing else. */
@Routes("/cellar")
public final class Cellar {
  /** Where to. */
  @Query
  @Strict
  record Shaft(int floor) {}

  /** Whatever is asked. */
  @Get
  String all(@Query Map<String, Integer> rest) {
    return rest.toString();
  }

  /** A floor, and nothing else. */
  @Get("/shaft")
  String shaft(Shaft shaft) {
    return "floor " + shaft.floor();
  }
}
