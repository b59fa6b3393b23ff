package shield;

import dev.covet.api.Get;
import dev.covet.api.Routes;

/** Asks a twin. */
@Routes("/twins")
public final class Twins {
  private final Twin twin;

  Twins(Twin twin) {
    this.twin = twin;
  }

  @Get
  String call() {
    return twin.call() + twin.call(2);
  }
}
