package lodge;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Says nothing of who may come. */
@Routes("/porch")
public final class Porch {
  @Get
  String sit() {
    return "sun";
  }

  @Post
  void sweep() {}
}
