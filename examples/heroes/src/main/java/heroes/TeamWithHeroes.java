package heroes;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;

/** A team with all heroes in it. */
@Projection(Team.class)
public record TeamWithHeroes(@Flatten Team team, List<Hero> heroes) {}
