package heroes;

import static heroes.HeroTable.HERO;
import static heroes.HeroWithTeamProjection.HERO_WITH_TEAM;

import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;

/** Heroes, by day and behind the mask. */
@Routes("/heroes")
public final class Heroes {
  /** Adds a hero. */
  @Post
  @Status(201)
  Hero create(Hero hero, Session db) {
    return db.insert(HERO, hero);
  }

  /** Lists heroes in the order in which they were added. */
  @Get
  List<Hero> list(Paging paging, Session db) {
    return db.from(HERO).orderBy(HERO.id.asc()).list(paging);
  }

  /** Shows a hero with its team. */
  @Get("/{id}")
  Optional<HeroWithTeam> read(long id, Session db) {
    return db.find(HERO_WITH_TEAM, id);
  }

  /** Changes the fields that are sent. */
  @Patch("/{id}")
  Hero update(long id, Changes<Hero> changes, Session db) throws NotFound {
    return db.update(HERO, id, changes);
  }

  /** Deletes a hero. */
  @Delete("/{id}")
  void delete(long id, Session db) throws NotFound {
    db.delete(HERO, id);
  }
}
