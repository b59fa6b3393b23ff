package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.ServerProcess;
import dev.covet.benchmarks.vertx.VertxServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests to PostgreSQL, beside the same by hand on Vert.x. */
final class DatabaseGoals {
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duel.Most MOST = new Duel.Most(1.0, 1.05);

  private DatabaseGoals() {}

  static List<Goal> measure(Plan plan, List<Call> calls) throws IOException {
    Bench.progress("starting PostgreSQL, and a server on it each");
    try (var folder = TemporaryFolder.create("world");
        var database = WorldDatabase.start(folder.path())) {
      return measure(new Duel(plan, database, WARM_UP, MOST), calls);
    }
  }

  private static List<Goal> measure(Duel duel, List<Call> calls) throws IOException {
    var settings = Map.of("DATABASE_URL", duel.database().url(), "COVET_MODE", "production");
    var goals = new ArrayList<Goal>();
    try (var covet = ServerProcess.start(Duel.COVET, LoadTarget.class, settings, _ -> {});
        var vertx = ServerProcess.start(Duel.VERTX, VertxServer.class, settings, _ -> {})) {
      for (var call : calls) goals.addAll(duel.of(call, covet, vertx));
    }
    return goals;
  }
}
