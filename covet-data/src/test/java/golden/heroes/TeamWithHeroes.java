package golden.heroes;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;

/** A team and its heroes. */
@Projection(Team.class)
public record TeamWithHeroes(@Flatten Team team, List<Hero> heroes) {
  /** Copies the heroes. */
  public TeamWithHeroes {
    heroes = List.copyOf(heroes);
  }
}
