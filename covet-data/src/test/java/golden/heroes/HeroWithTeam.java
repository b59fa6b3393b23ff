package golden.heroes;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A hero and the team. */
@Projection(Hero.class)
public record HeroWithTeam(@Flatten Hero hero, @Nullable Team team) {}
