package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.test.OwnPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ledger.Calls;
import ledger.Ledger;
import ledger.Load;
import ledger.Serving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reliability rows SIGKILL, PostgreSQL, SQLite, "database restarted": what a client was told to
 * be stored is there once, and of the errors only {@code COMMIT_UNKNOWN} may be. Run by {@code
 * ./covet conformance}.
 */
final class KillsCheck {
  private static final int KILLS = 20;

  /** How long PostgreSQL is away at most, in milliseconds, but for once. */
  private static final int AWAY_MILLIS_MAX = 1_000;

  /** How long it is away that once. */
  private static final int LONG_AWAY_MILLIS = 10_000;

  private static final long SEED = 13;

  private final Random random = new Random(SEED);
  private final Load load = new Load();
  @TempDir private Path folder;

  private Started service(String url) throws IOException, InterruptedException {
    return Started.of(folder, Map.of("DATABASE_URL", url), Ledger.class, "-Xmx128m");
  }

  /** Some hundred milliseconds of writing, after the first answer that says that it is stored. */
  private void write() {
    var before = load.count(Load.Told.STORED);
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (load.count(Load.Told.STORED) == before) {
      assertThat(System.nanoTime()).as("stored in time: " + load.errors()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(300)));
  }

  private void serviceIsKilled(String url) throws IOException, InterruptedException {
    for (var round = 0; round < KILLS; round++) {
      try (var service = service(url)) {
        assertThat(load.wrong(new Calls(service.port()).get("/ledger").body())).isEmpty();
        load.begin(new Calls(service.port()), "round " + round);
        write();
        service.kill();
        load.close();
      }
    }
    try (var service = service(url)) {
      assertThat(load.wrong(new Calls(service.port()).get("/ledger").body())).isEmpty();
    }
    tell("service");
  }

  private void tell(String what) {
    System.out.printf(
        "%s: %s kills, %s stored, %s unknown, errors %s%n",
        what, KILLS, load.count(Load.Told.STORED), load.count(Load.Told.UNKNOWN), load.errors());
  }

  @Test
  void aServiceOnSqliteThatIsKilled() throws Exception {
    serviceIsKilled("sqlite:" + folder.resolve("ledger.db"));
  }

  @Test
  void aServiceOnPostgresThatIsKilled() throws Exception {
    try (var postgres = new OwnPostgres(folder.resolve("postgres"))) {
      serviceIsKilled(postgres.url());
    }
  }

  /** It goes on by itself once the database is back. */
  @Test
  void aDatabaseThatIsKilledOrStopped() throws Exception {
    try (var postgres = new OwnPostgres(folder.resolve("postgres"));
        var ledger = new Serving(app(), postgres::url)) {
      load.begin(ledger.calls(), "load");
      for (var round = 0; round < KILLS; round++) {
        write();
        postgres.end(round % 2 == 0 ? "KILL" : "INT");
        var away = round == 1 ? LONG_AWAY_MILLIS : random.nextInt(AWAY_MILLIS_MAX);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(away));
        postgres.startAgain();
      }
      write();
      load.close();
      assertThat(load.wrong(ledger.calls().get("/ledger").body())).isEmpty();
      assertThat(load.count(Load.Told.REFUSED)).isPositive();
      assertThat(load.errors().keySet()).isSubsetOf("UNAVAILABLE", "COMMIT_UNKNOWN");
    }
    tell("PostgreSQL");
  }

  private static App app() {
    return Ledger.app().set("DATABASE_CONNECTIONS_MAX", "5");
  }
}
