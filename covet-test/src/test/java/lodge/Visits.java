package lodge;

import dev.covet.api.Lifetime;
import dev.covet.api.Provides;

/** Asks who is signed in, for a route that does not. */
@Provides(Lifetime.REQUEST)
public final class Visits {
  private final Me me;

  Visits(Me me) {
    this.me = me;
  }

  /** The name of the visitor. */
  String name() {
    return me.name();
  }
}
