package lodge;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Where children are. */
@Routes("/nursery")
public final class Nursery {
  @Get
  String name(Kid kid) {
    return kid.name();
  }

  @Post
  String play(Kid kid) {
    return kid.name() + " plays";
  }
}
