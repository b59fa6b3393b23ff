package gate;

import dev.covet.api.Forbidden;
import dev.covet.api.Header;
import java.util.List;

/** Lets those in whose role is among the written ones. */
final class AllowGuard {
  void check(Allow allow, @Header("X-Role") Role role) throws Forbidden {
    if (!List.of(allow.value()).contains(role)) throw new Forbidden("Not your role");
  }
}
