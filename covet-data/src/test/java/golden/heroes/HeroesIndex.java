package golden.heroes;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static java.util.Objects.requireNonNull;

import dev.covet.base.inject.Key;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.data.Session;
import dev.covet.gen.AddedPart;
import dev.covet.gen.Index;
import dev.covet.gen.MappedTable;
import dev.covet.gen.Revision;
import dev.covet.schema.Operation;
import dev.covet.web.bind.Bind;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teams by name over HTTP, for tests of what an app makes of a database. */
public final class HeroesIndex implements Index {
  /** What an app adds. */
  public static final class Teams {}

  @Override
  public int revision() {
    return Revision.CURRENT;
  }

  @Override
  public String name() {
    return "golden.heroes";
  }

  @Override
  public @Nullable AddedPart added(String type) {
    return type.equals("golden.heroes.HeroesIndex.Teams") ? new TeamRoutes() : null;
  }

  @Override
  public List<MappedTable> tables() {
    return List.of(HERO);
  }

  private static final class TeamRoutes implements AddedPart {
    @Override
    public List<Operation> operations() {
      return List.of();
    }

    @Override
    public List<Route> routes(Wiring wiring, Bodies bodies) {
      Slot<Session> db = wiring.slot(Key.of(Session.class), "install Database.url(...)");
      return List.of(
          Route.get("/teams", "Teams.count", it -> count(session(db, it))),
          Route.get("/again", "Teams.again", it -> again(session(db, it))),
          Route.post("/both/{name}", "Teams.both", it -> both(session(db, it), it)),
          Route.post("/teams/{name}", "Teams.create", it -> create(session(db, it), it)),
          Route.post("/twice/{name}", "Teams.twice", it -> twice(session(db, it), it, db)));
    }

    private static Session session(Slot<Session> db, Request request) {
      return db.get(Bind.scope(request));
    }

    private static Response count(Session db) {
      return Response.text(Long.toString(db.from(TEAM).count()));
    }

    /** Asks twice for what one statement could have told. */
    private static Response again(Session db) {
      count(db);
      return count(db);
    }

    /** Writes twice, each time alone. */
    private static Response both(Session db, Request request) {
      create(db, request);
      db.delete(TEAM, 1);
      return count(db);
    }

    private static Response create(Session db, Request request) {
      var name = requireNonNull(request.pathValues().get("name"));
      return Response.text(Long.toString(db.insert(TEAM, new Team(0, name, "x")).id()));
    }

    /** Every session of a request joins its transaction, whoever asked for it. */
    private static Response twice(Session db, Request request, Slot<Session> slot) {
      return db.tx(() -> {
        create(db, request);
        return create(session(slot, request), request);
      });
    }
  }
}
