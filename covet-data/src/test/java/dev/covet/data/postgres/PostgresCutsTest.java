package dev.covet.data.postgres;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.ApiError;
import dev.covet.api.Mode;
import dev.covet.api.Unavailable;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Team;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reliability: connections are cut at any moment, in a COMMIT as well; a disk is full. */
final class PostgresCutsTest {
  private static final int WRITERS = 8;
  private static final int ROWS_EACH = 60;

  private final Loops loops = new Loops(ThreadMode.JDK, 2, new Metrics());
  private final Proxy proxy = Proxy.to(PostgresServer.port());
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Driver driver = open();

  private Driver open() {
    var config = Config.of(Mode.TEST, new StartFaults(), new Source[0]);
    var opened =
        new PostgresOpener()
            .target(PostgresServer.url(proxy.port()), config)
            .open(DatabaseLimits.STANDARD, _ -> {}, loops);
    opened.create(List.of(TEAM));
    return opened;
  }

  @AfterEach
  void close() {
    driver.close();
    proxy.close();
    loops.close();
  }

  /** What a full disk says, which conformance has a real one of. */
  @Test
  void whileTheDiskIsFullNothingIsWrittenAndReadsGoOn() {
    var db = new Session(driver);
    db.insert(TEAM, new Team(0, "before", "x"));
    runs(
        """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100''; END';
        CREATE TRIGGER full_disk BEFORE INSERT ON team FOR EACH ROW
          WHEN (NEW.name = 'big') EXECUTE FUNCTION full_disk();
        """);
    var big = new Team(0, "big", "x");

    assertThatThrownBy(() -> db.insert(TEAM, big))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The database cannot write at the moment");
    db.tx(() -> {
      db.insert(TEAM, new Team(0, "first", "x"));
      assertThatThrownBy(() -> db.insert(TEAM, big)).isInstanceOf(Unavailable.class);
      return db.insert(TEAM, new Team(0, "second", "x"));
    });
    assertThat(there()).containsExactlyInAnyOrder("before", "first", "second");
    runs("DROP TRIGGER full_disk ON team");
    assertThat(db.insert(TEAM, big).name()).isEqualTo("big");
  }

  private void runs(String sql) {
    driver.readOnce(link -> {
      ((PostgresLink) link).run(sql);
      return true;
    });
  }

  /** Alone, in a transaction, and with a look at the row. */
  private void write(int writer) {
    for (var n = 0; n < ROWS_EACH; n++) {
      var db = new Session(driver);
      var team = new Team(0, writer + " " + n, "x");
      try {
        if (n % 3 == 0) db.insert(TEAM, team);
        else if (n % 3 == 1) db.tx(() -> db.insert(TEAM, team));
        else db.insertAll(TEAM, List.of(team));
        told.put(team.name(), "STORED");
      } catch (ApiError error) {
        told.put(team.name(), error.code());
      }
    }
  }

  @Test
  void everyRowThatWasToldIsThereAndNoOtherButThoseOfWhichNobodyKnows() throws Exception {
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var writer = 0; writer < WRITERS; writer++) {
        var own = writer;
        writers.execute(() -> write(own));
      }
      while (!told.containsValue("STORED") && isWriting()) LockSupport.parkNanos(100_000);
      cutWhile(this::isWriting);
    }

    var there = there();
    for (var row : told.entrySet()) {
      var name = row.getKey();
      switch (row.getValue()) {
        case "STORED" -> assertThat(there).contains(name);
        case "COMMIT_UNKNOWN" -> {}
        default -> assertThat(there).as(row.getValue()).doesNotContain(name);
      }
    }
    assertThat(told).hasSize(WRITERS * ROWS_EACH).containsValue("STORED");
    assertThat(List.of("STORED", "COMMIT_UNKNOWN", "UNAVAILABLE")).containsAll(told.values());
  }

  private boolean isWriting() {
    return told.size() < WRITERS * ROWS_EACH;
  }

  private void cutWhile(BooleanSupplier condition) throws IOException {
    var random = new Random(5);
    while (condition.getAsBoolean()) {
      LockSupport.parkNanos(random.nextInt(20_000_000));
      switch (random.nextInt(4)) {
        case 0 -> proxy.cutBehind("COMMIT\0");
        case 1 -> proxy.cutBefore("COMMIT\0");
        default -> proxy.cut();
      }
      LockSupport.parkNanos(random.nextInt(20_000_000));
      proxy.cutBehind("");
      proxy.cutBefore("");
    }
  }

  private List<String> there() {
    for (var n = 0; n < 1_000; n++) {
      try {
        return new Session(driver).from(TEAM).list().stream().map(Team::name).toList();
      } catch (ApiError _) {
        LockSupport.parkNanos(10_000_000); // a connection that was cut, or none yet
      }
    }
    throw new AssertionError("the database does not come back");
  }
}
