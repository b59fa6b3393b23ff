package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;

import dev.covet.base.loop.Pool;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import golden.heroes.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * P7: 64 clients that insert, one row a statement, each waiting until its row is durable. Prints
 * rate and latency; run by hand, figures go to docs/internals/measurements.md.
 */
final class InsertRate {
  private static final int CLIENTS = 64;
  private static final long SECONDS = 5;
  private static final int ROWS = 10_000;

  private InsertRate() {}

  /** Measures both ways to commit in a new folder under the one that is named. */
  public static void main(String[] args) throws IOException, InterruptedException {
    for (var often : SqliteFile.Synchronous.values()) {
      var folder = Files.createTempDirectory(Path.of(args[0]), "rate");
      measure(SqliteFile.at(folder.resolve("a.db")).with(often), often + " 64", CLIENTS);
      measure(SqliteFile.at(folder.resolve("b.db")).with(often), often + " 1", 1);
      many(SqliteFile.at(folder.resolve("c.db")).with(often), often.toString());
    }
  }

  /** How much longer rows take one by one than by insertAll. */
  private static void many(SqliteFile file, String name) {
    try (var pool = new Pool("writers", 64, 1_024);
        var driver = SqliteDriver.open(file, DatabaseLimits.STANDARD, _ -> {}, pool::execute)) {
      driver.create(List.of(TEAM));
      var db = new Session(driver);
      var best = Long.MAX_VALUE;
      for (var round = 0; round < 5; round++) {
        var teams = teams(round + "-all-");
        var start = System.nanoTime();
        db.insertAll(TEAM, teams);
        best = Math.min(best, System.nanoTime() - start);
      }
      var start = System.nanoTime();
      teams("one-").forEach(team -> db.insert(TEAM, team));
      var each = System.nanoTime() - start;
      System.out.printf(
          "%s %d rows: %.0f ms by insertAll, %.0f ms one by one, %.1f times%n",
          name, ROWS, best / 1e6, each / 1e6, (double) each / best);
    }
  }

  private static List<Team> teams(String prefix) {
    return IntStream.range(0, ROWS).mapToObj(n -> new Team(0, prefix + n, "New York")).toList();
  }

  private static void measure(SqliteFile file, String name, int count) throws InterruptedException {
    var micros = new ConcurrentLinkedQueue<Long>();
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try (var pool = new Pool("writers", 64, 1_024);
        var driver = SqliteDriver.open(file, DatabaseLimits.STANDARD, _ -> {}, pool::execute)) {
      driver.create(List.of(TEAM));
      try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var client = 0; client < count; client++) {
          var prefix = client + "-";
          clients.execute(() -> insertUntil(end, new Session(driver), prefix, micros));
        }
      }
    }
    print(name, micros.stream().mapToLong(it -> it).sorted().toArray());
  }

  private static void insertUntil(
      long end, Session db, String prefix, ConcurrentLinkedQueue<Long> micros) {
    for (var n = 0; System.nanoTime() < end; n++) {
      var start = System.nanoTime();
      db.insert(TEAM, new Team(0, prefix + n, "New York"));
      micros.add((System.nanoTime() - start) / 1_000);
    }
  }

  private static void print(String name, long[] sorted) {
    System.out.printf(
        "%s client(s): %d inserts/s, p50 %d us, p99 %d us, max %d us%n",
        name,
        sorted.length / SECONDS,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        Arrays.stream(sorted).max().orElse(0));
  }
}
