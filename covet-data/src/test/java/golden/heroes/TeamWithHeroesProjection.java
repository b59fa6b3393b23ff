package golden.heroes;

import dev.covet.data.table.Mapping;
import dev.covet.data.table.Part;
import dev.covet.data.table.PartValues;
import dev.covet.data.table.Projection;
import java.util.List;

/** Rows of {@code team} as {@link TeamWithHeroes}. */
public final class TeamWithHeroesProjection implements Projection<Team, Long, TeamWithHeroes> {
  /** Rows of {@code team} as {@link TeamWithHeroes}. */
  public static final TeamWithHeroesProjection TEAM_WITH_HEROES = new TeamWithHeroesProjection();

  private TeamWithHeroesProjection() {}

  @Override
  public Mapping<Team, Long> root() {
    return TeamTable.TEAM;
  }

  @Override
  public List<Part<Team>> parts() {
    return List.of(Part.whole(TeamTable.TEAM), Part.many(HeroTable.HERO, HeroTable.HERO.teamId));
  }

  @Override
  public TeamWithHeroes make(PartValues values) {
    return new TeamWithHeroes(values.get(0, Team.class), values.list(1, Hero.class));
  }
}
