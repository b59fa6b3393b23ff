package lodge;

import dev.covet.api.Idempotent;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Keeps what machines bring, of which one cannot be told from another. */
@Routes("/vault")
public final class Vault {
  @Post
  @Idempotent
  String keep(Machine machine) {
    return machine.name();
  }
}
