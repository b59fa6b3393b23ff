package kinds;

import dev.covet.api.Forbidden;
import dev.covet.api.Guard;
import dev.covet.api.Header;
import org.jspecify.annotations.Nullable;

/** Lets nobody in who says so. */
@Guard
final class OddDays {
  void check(@Nullable @Header("X-Odd") Integer odd) throws Forbidden {
    if (odd != null && odd == 1) {
      throw new Forbidden("Not today");
    }
  }
}
