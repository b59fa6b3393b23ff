package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.ApiError;
import dev.covet.api.Unavailable;
import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.data.Session;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Link;
import golden.heroes.Team;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that is closed while it is used: every call ends, every connection is closed. */
@Timeout(300)
class ClosingTest {
  private static final DatabaseLimits QUICK = quick(0.1);

  /** How many writes are answered before the database is closed under the next ones. */
  private static final int ANSWERED_MIN = 4;

  private final Pool pool = new Pool("closing", 5, 1_024);
  @TempDir private Path folder;

  @AfterEach
  void closePool() {
    pool.close();
  }

  @RepeatedTest(10)
  void everyCallOfManyClientsEndsAndWhatWasAnsweredIsKept() throws Exception {
    var driver = open();
    var isOver = new AtomicBoolean();
    var answered = ConcurrentHashMap.<String>newKeySet();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 16)
              .<Future<?>>mapToObj(
                  n -> clients.submit(() -> use(driver, "client " + n + " ", isOver, answered)))
              .toList();
      try {
        Until.holds(() -> answered.size() >= ANSWERED_MIN);
        driver.close();
        pool.close();
      } finally {
        isOver.set(true);
      }
      for (var client : running) {
        client.get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(namesOnDisk()).containsAll(answered);
  }

  /** All that sessions do, and what nobody should: transactions that are begun and left. */
  private static void use(
      SqliteDriver driver, String prefix, AtomicBoolean isOver, Set<String> answered) {
    var db = new Session(driver);
    for (var n = 0; !isOver.get(); n++) {
      var name = prefix + n;
      try {
        switch (n % 7) {
          case 0 -> answered.add(db.insert(TEAM, team(name)).name());
          case 1 -> answered.add(db.tx(() -> db.insert(TEAM, team(name))).name());
          case 2 -> driver.begin().run(link -> link.query(Inserts.team(driver, name), _ -> true));
          case 3 -> driver.snapshot();
          case 4 -> db.find(TEAM, 1);
          case 5 -> db.from(TEAM).limit(3).list();
          default -> driver.write(link -> ((SqliteLink) link).texts(Endless.QUERY));
        }
      } catch (ApiError | DatabaseFault | PoolFull expected) {
        assertThat(expected).hasMessageNotContaining("SQLite failed");
      }
    }
  }

  @Test
  void aTransactionThatIsLeftOpenHoldsNobodyUpForLong() {
    var driver = open();
    driver.begin();
    driver.snapshot();
    driver.close();

    assertThat(namesOnDisk()).isEmpty();
  }

  @Test
  void whoIsInsideWhenItClosesIsStoppedAndClosesTheConnection() throws Exception {
    var driver = open(quick(300));
    var running = new CountDownLatch(2);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var stopped =
          List.of(
              clients.submit(() -> driver.write(link -> endless(link, running))),
              clients.submit(() -> driver.read(link -> endless(link, running))));
      running.await();
      driver.close();
      for (var one : stopped) {
        assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).hasMessageContaining("too long");
      }
    }
    assertThat(folder.resolve("closing.db-wal")).doesNotExist();
  }

  private static List<String> endless(Link link, CountDownLatch running) {
    running.countDown();
    return ((SqliteLink) link).texts(Endless.QUERY);
  }

  @Test
  void aClosedDatabaseSaysSoAtOnce() {
    var driver = open();
    driver.close();
    driver.close();
    var db = new Session(driver);
    var calls = new ArrayList<Runnable>();
    calls.add(() -> db.insert(TEAM, team("late")));
    calls.add(() -> db.find(TEAM, 1));
    calls.add(() -> db.from(TEAM).list());
    calls.add(() -> db.tx(() -> 1));
    calls.add(() -> db.readOnly(() -> 1));

    assertThat(calls)
        .allSatisfy(call ->
            assertThatThrownBy(call::run)
                .isInstanceOf(Unavailable.class)
                .hasMessage("The database is closed"));
  }

  @Test
  void aThreadThatIsInterruptedClosesItAllTheSame() {
    var driver = open();
    Thread.currentThread().interrupt();
    driver.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("closing.db-wal")).doesNotExist();
  }

  @Test
  void aStatementThatWasStoppedLateStopsNobodyElse() {
    var driver = open(quick(30));
    for (var n = 0; n < 5; n++) {
      driver.begin();
      var db = new Session(driver);
      var name = "after " + n;
      retried(() -> db.insert(TEAM, team(name)));
    }
    driver.close();
    assertThat(namesOnDisk()).hasSize(5);
  }

  private static void retried(Runnable work) {
    for (var n = 0; n < 100; n++) {
      try {
        work.run();
        return;
      } catch (Unavailable busy) {
        assertThat(busy).hasMessage("The database is busy");
      }
    }
  }

  private static DatabaseLimits quick(double statementSecondsMax) {
    var limits =
        Map.of(
            "acquireMillisMax",
            50,
            "transactionSecondsMax",
            0.05,
            "statementSecondsMax",
            statementSecondsMax);
    return LimitSource.with(limits, DatabaseLimits::from);
  }

  private SqliteDriver open() {
    return open(QUICK);
  }

  private SqliteDriver open(DatabaseLimits limits) {
    var unhurried = SqliteFile.at(folder.resolve("closing.db"));
    try (var patient =
        SqliteDriver.open(unhurried, DatabaseLimits.STANDARD, _ -> {}, pool::execute)) {
      patient.create(List.of(TEAM, HERO));
    }
    return SqliteDriver.open(file(), limits, _ -> {}, pool::execute);
  }

  private SqliteFile file() {
    return SqliteFile.at(folder.resolve("closing.db"));
  }

  private List<String> namesOnDisk() {
    try (var link = file().openWriter(_ -> {}, DatabaseLimits.STANDARD)) {
      return link.texts("SELECT name FROM team");
    }
  }

  private static Team team(String name) {
    return new Team(0, name, "x");
  }
}
