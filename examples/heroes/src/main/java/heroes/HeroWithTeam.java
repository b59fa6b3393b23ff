package heroes;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A hero with the team that it is in. */
@Projection(Hero.class)
public record HeroWithTeam(@Flatten Hero hero, @Nullable Team team) {}
