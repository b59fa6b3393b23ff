package gate;

import dev.covet.api.Cookie;
import dev.covet.api.Path;
import dev.covet.api.Unauthorized;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Knows those who may enter a room. */
final class Known {
  private final Trail trail;

  Known(Trail trail) {
    this.trail = trail;
  }

  /**
   * Checks the key of a room.
   *
   * @throws IOException if the list of keys cannot be read
   */
  void check(@Path long room, @Cookie @Nullable String key) throws IOException {
    trail.note("Known " + room);
    if (key == null) throw new Unauthorized("Bring the key");
    if (key.equals("lost")) throw new IOException("the list of keys");
    if (!key.equals("key" + room)) throw new Unauthorized("Another key");
  }
}
