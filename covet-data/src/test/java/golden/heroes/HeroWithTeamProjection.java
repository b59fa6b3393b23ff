package golden.heroes;

import dev.covet.data.table.Mapping;
import dev.covet.data.table.Part;
import dev.covet.data.table.PartValues;
import dev.covet.data.table.Projection;
import java.util.List;

/** Rows of {@code hero} as {@link HeroWithTeam}. */
public final class HeroWithTeamProjection implements Projection<Hero, Long, HeroWithTeam> {
  /** Rows of {@code hero} as {@link HeroWithTeam}. */
  public static final HeroWithTeamProjection HERO_WITH_TEAM = new HeroWithTeamProjection();

  private HeroWithTeamProjection() {}

  @Override
  public Mapping<Hero, Long> root() {
    return HeroTable.HERO;
  }

  @Override
  public List<Part<Hero>> parts() {
    return List.of(Part.whole(HeroTable.HERO), Part.one(HeroTable.HERO.teamId, TeamTable.TEAM));
  }

  @Override
  public HeroWithTeam make(PartValues values) {
    return new HeroWithTeam(values.get(0, Hero.class), values.orNull(1, Team.class));
  }
}
