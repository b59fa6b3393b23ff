package tasks;

import dev.covet.api.Guard;
import dev.covet.api.Lifetime;
import dev.covet.api.Provides;

@Guard
@Provides(Lifetime.REQUEST) // error: COV-121 Often is a guard, so it is made once for the app
final class Often {
  void check() {}
}
