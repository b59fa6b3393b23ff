package inn;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.NotFound;
import dev.covet.api.Path;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import jakarta.validation.constraints.Min;
import java.util.List;

/** How the services of the inn are made. */
final class Wiring {
  private Wiring() {}

  @Provides
  static Host host(Diary diary) {
    diary.note("host hired");
    return () -> "Ann";
  }

  @Provides
  @Oldest
  static Host oldest() {
    return () -> "Old Bob";
  }

  @Provides
  static Cellar cellar(Floor floor) {
    return new Cellar(floor.value(), new Object());
  }

  @Provides(REQUEST)
  static Stay stay(@Path long room, @Query @Min(1) int nights, Diary diary) throws NotFound {
    if (room == 0) throw new NotFound("Room not found");
    diary.note("stay in " + room);
    return new Stay(room, nights);
  }

  @Provides
  static List<String> wines() {
    return List.of("Riesling");
  }

  @Provides
  static List<Taste> tastes() {
    return List.of(Taste.DRY);
  }

  @Provides
  static Class<? extends Number> counted() {
    return Integer.class;
  }
}
