package lodge;

import dev.covet.api.Lifetime;
import dev.covet.api.Provides;

/** Asks who is signed in, for a route that does not. */
@Provides(Lifetime.REQUEST)
final class Visits {
  private final Me me;

  Visits(Me me) {
    this.me = me;
  }

  String note() {
    return me.name();
  }
}
