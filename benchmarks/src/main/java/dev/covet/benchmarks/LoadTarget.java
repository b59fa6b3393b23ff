package dev.covet.benchmarks;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.benchmarks.workload.Echo;
import dev.covet.benchmarks.workload.Probe;
import dev.covet.benchmarks.workload.Workload;
import dev.covet.benchmarks.workload.WorldTable;
import dev.covet.benchmarks.workload.Worlds;
import dev.covet.data.Database;

/** The load target: {@code ./covet run bench}; with {@code DATABASE_URL}, also what needs one. */
public final class LoadTarget {
  private LoadTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    var app = Covet.app().add(Workload.class, Echo.class, Probe.class);
    (System.getenv("DATABASE_URL") == null ? app : withDatabase(app)).run(args);
  }

  private static App withDatabase(App app) {
    return app.install(Database.url("sqlite:world.db").tables(WorldTable.WORLD)).add(Worlds.class);
  }
}
