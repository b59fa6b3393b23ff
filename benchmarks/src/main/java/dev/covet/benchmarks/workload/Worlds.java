package dev.covet.benchmarks.workload;

import static dev.covet.benchmarks.workload.WorldTable.WORLD;

import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The requests of the common workload that need a database. */
@Routes
public final class Worlds {
  /** Number of rows. */
  public static final int ROWS = 10_000;

  /** One row. */
  @Get("/db")
  Optional<World> read(int id, Session db) {
    return db.find(WORLD, id);
  }

  /** Rows, each by a statement of its own. */
  @Get("/queries")
  List<World> queries(@Default("20") int n, Session db) throws NotFound {
    var worlds = new ArrayList<World>();
    for (var left = Math.clamp(n, 1, 500); left > 0; left--) worlds.add(db.get(WORLD, random()));
    return worlds;
  }

  /** Rows that are read one by one, and given another number. */
  @Get("/updates")
  List<World> updates(@Default("5") int n, Session db) throws NotFound {
    var worlds = new ArrayList<World>();
    for (var left = Math.clamp(n, 1, 500); left > 0; left--) {
      var world = db.get(WORLD, random());
      worlds.add(db.update(WORLD, world.id(), Changes.of(WORLD.randomNumber.to(random()))));
    }
    return worlds;
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(1, ROWS + 1);
  }
}
