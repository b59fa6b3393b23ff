package dev.covet.benchmarks;

import static dev.covet.benchmarks.workload.WorldTable.WORLD;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.benchmarks.workload.World;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Opener;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;

/** Rows by one {@code insertAll}, beside one by one, by a client that waits for each. */
final class BulkGoals {
  private static final int ROWS = 10_000;
  private static final int ROUNDS = 3;
  private static final double TENTH = 0.10;

  private BulkGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("inserting rows, at once and one by one");
    try (var folder = TemporaryFolder.create("bulk");
        var database = WorldDatabase.start(folder.path());
        var loops = new Loops(ThreadMode.JDK, 2, new Metrics())) {
      return List.of(
          goal("sqlite", open("sqlite:" + folder.path().resolve("bulk.db"), loops)),
          goal("postgresql", open(database.url() + "&schema=test_*", loops)));
    }
  }

  private static Driver open(String url, Loops loops) {
    var config = Config.of(Mode.TEST, new StartFaults(), new Source[0]);
    var scheme = url.substring(0, url.indexOf(':'));
    return ServiceLoader.load(Opener.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(opener -> opener.opens(scheme))
        .findFirst()
        .orElseThrow()
        .target(url, config)
        .open(DatabaseLimits.STANDARD, _ -> {}, loops);
  }

  private static Goal goal(String name, Driver opened) throws IOException {
    try (var driver = opened) {
      driver.create(List.of(WORLD));
      var db = new Session(driver);
      var rows = IntStream.range(0, ROWS).mapToObj(n -> new World(0, n)).toList();
      var millis =
          Alternation.of(
              0,
              ROUNDS,
              () -> millis(() -> db.insertAll(WORLD, rows)),
              () -> millis(() -> rows.forEach(row -> db.insert(WORLD, row))));
      return StartGoals.goal("insertAll " + name, millis, TENTH);
    }
  }

  private static double millis(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
