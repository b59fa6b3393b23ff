package heroes;

import static heroes.TeamTable.TEAM;
import static heroes.TeamWithHeroesProjection.TEAM_WITH_HEROES;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
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

/** Teams and the heroes in them. */
@Routes("/teams")
public final class Teams {
  /** Adds a team. */
  @Post
  @Status(201)
  Team create(Team team, Session db) {
    return db.insert(TEAM, team);
  }

  /** Lists teams in the order in which they were added. */
  @Get
  List<Team> list(Paging paging, Session db) {
    return db.from(TEAM).orderBy(TEAM.id.asc()).list(paging);
  }

  /** Shows a team with all its heroes. */
  @Get("/{id}")
  Optional<TeamWithHeroes> read(long id, Session db) {
    return db.find(TEAM_WITH_HEROES, id);
  }

  /** Changes the fields that are sent. */
  @Patch("/{id}")
  Team update(long id, Changes<Team> changes, Session db) throws NotFound {
    return db.update(TEAM, id, changes);
  }

  /**
   * Deletes a team.
   *
   * @throws Conflict while heroes are in the team
   */
  @Delete("/{id}")
  void delete(long id, Session db) throws NotFound, Conflict {
    db.delete(TEAM, id);
  }
}
