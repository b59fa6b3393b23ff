package lodge;

import dev.covet.api.Header;
import dev.covet.api.Lifetime;
import dev.covet.api.Principal;
import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import jakarta.validation.constraints.Size;

/** Another program, by its key. */
@Principal
public record Machine(String name) {
  @Provides(Lifetime.REQUEST)
  static Machine machine(@Header("X-API-Key") @Size(max = 9) Secret key, Trail trail)
      throws Unauthorized {
    trail.add("key");
    if (!key.value().startsWith("k-")) throw new Unauthorized("No such key");
    return new Machine(key.value().substring(2));
  }
}
