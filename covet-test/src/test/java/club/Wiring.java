package club;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Path;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Unauthorized;
import org.jspecify.annotations.Nullable;

/** What the club's handlers are given. */
final class Wiring {
  private Wiring() {}

  /** A room of the club, found by the path. */
  record Room(int number, String floor) {}

  /** Who calls, by a header that a client has. */
  record Guest(String key) {}

  @Provides(REQUEST)
  static Room room(@Path int number, @Query String floor, @Query @Nullable String wing)
      throws NotFound {
    if (number == 13) throw new NotFound("Room not found");
    return new Room(number, floor + (wing == null ? "" : wing));
  }

  @Provides(REQUEST)
  static Guest guest(@Nullable @Header("X-Key") String key) throws Unauthorized {
    if (key == null) throw new Unauthorized("Say who you are");
    return new Guest(key);
  }
}
