package kinds;

import dev.covet.api.Flatten;
import dev.covet.api.JsonValue;
import dev.covet.api.ReadOnly;

/** A record with another in its place, and a field that is worked out. */
record Wide(@Flatten Exact exact, JsonValue any, boolean last) {
  @ReadOnly
  int twice() {
    return exact.a() / 2;
  }
}
