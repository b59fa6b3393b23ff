package lodge;

import dev.covet.api.Cookie;
import dev.covet.api.Lifetime;
import dev.covet.api.Principal;
import dev.covet.api.Provides;
import dev.covet.api.Secret;

/** A child, by what its browser was given. */
@Principal
public record Kid(String name) {
  @Provides(Lifetime.REQUEST)
  static Kid kid(@Cookie("toy") Secret toy) {
    return new Kid(toy.value());
  }
}
