package lodge;

import dev.covet.api.Header;
import dev.covet.api.Lifetime;
import dev.covet.api.Principal;
import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;

/** Another program, by its key. */
@Principal
record Machine(String name) {
  @Provides(Lifetime.REQUEST)
  static Machine machine(@Header("X-API-Key") Secret key) throws Unauthorized {
    if (!key.value().startsWith("k-")) throw new Unauthorized("No such key");
    return new Machine(key.value());
  }
}
