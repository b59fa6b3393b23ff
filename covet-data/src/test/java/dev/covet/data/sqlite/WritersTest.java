package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.Unavailable;
import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.data.OnVirtualThread;
import dev.covet.data.Session;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.sql.Sql;
import golden.heroes.Team;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** P7 and the reliability row SQLite: many writers, one at a time, on a real file. */
@Timeout(300)
class WritersTest {
  private static final DatabaseLimits QUICK =
      LimitSource.with(Map.of("acquireMillisMax", 200), DatabaseLimits::from);

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final Pool pool = new Pool("writers", 64, 1_024);
  @TempDir private Path folder;
  private SqliteDriver driver;

  @BeforeEach
  void createTables() {
    open(DatabaseLimits.STANDARD);
    driver.create(List.of(TEAM, HERO));
  }

  private void open(DatabaseLimits limits) {
    if (driver != null) {
      driver.close();
    }
    open(file(), limits);
  }

  private SqliteFile file() {
    return SqliteFile.at(folder.resolve("heroes.db"));
  }

  private void open(SqliteFile file, DatabaseLimits limits) {
    driver = SqliteDriver.open(file, limits, statements::add, pool::execute);
  }

  @AfterEach
  void close() {
    clients.shutdownNow();
    driver.close();
    pool.close();
  }

  @Test
  void aHandlerThatSleepsInATransactionLetsReadersThroughAndOtherWritersGet503() throws Exception {
    open(LimitSource.with(Map.of("transactionSecondsMax", 60), DatabaseLimits::from));
    db().insert(TEAM, team("before"));
    var inside = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var sleeper =
        clients.submit(() ->
            db().tx(() -> {
              var row = db().find(TEAM, 1);
              inside.countDown();
              go.await();
              return row;
            }));
    inside.await();

    var start = System.nanoTime();
    var writers = all(16, n -> db().insert(TEAM, team("writer " + n)));
    for (var n = 0; n < 50; n++) {
      assertThat(db().from(TEAM).list()).hasSize(1);
      assertThat(db().get(TEAM, 1).name()).isEqualTo("before");
    }
    for (var writer : writers) {
      assertThat(failure(writer))
          .isInstanceOfSatisfying(Unavailable.class, it -> assertThat(it.status()).isEqualTo(503));
    }
    assertThat(millisSince(start)).isGreaterThan(1_900L);

    go.countDown();
    assertThat(sleeper.get()).isPresent();
    assertThat(db().insert(TEAM, team("after")).id()).isEqualTo(2);
  }

  @Test
  void whatASleeperWroteIsThereOnceItIsDone() throws Exception {
    var inside = new CountDownLatch(1);
    var sleeper =
        clients.submit(() -> {
          var db = db();
          return db.tx(() -> {
            var row = db.insert(TEAM, team("slow"));
            inside.countDown();
            Thread.sleep(300);
            return row;
          });
        });
    inside.await();
    assertThat(db().from(TEAM).count()).isZero();
    var waiting = clients.submit(() -> db().insert(TEAM, team("waits")));

    assertThat(sleeper.get().id()).isEqualTo(1);
    assertThat(waiting.get().id()).isEqualTo(2);
  }

  @Test
  void oneViolationAmongSixtyFourFailsAlone() throws Exception {
    db().insert(TEAM, team("taken"));
    var names = IntStream.range(0, 64).mapToObj(n -> n == 40 ? "taken" : "team " + n).toList();
    var inserts = behindATransaction(n -> db().insert(TEAM, team(names.get(n))));

    for (var n = 0; n < 64; n++) {
      if (n == 40) {
        assertThat(failure(inserts.get(n))).isInstanceOf(Conflict.class);
      } else {
        assertThat(inserts.get(n).get().name()).isEqualTo(names.get(n));
      }
    }
    assertThat(db().from(TEAM).count()).isEqualTo(64);
  }

  @Test
  void aCommitThatFailsFailsForAllAndTheNextOnesGoOn() throws Exception {
    replaceHeroByATableThatRefusesAtCommit();
    var inserts =
        behindATransaction(n ->
            db().insert(HERO, new golden.heroes.Hero(0, "h" + n, "x", null, n == 3 ? 99L : null)));

    var failures = new ArrayList<Throwable>();
    for (var insert : inserts) {
      try {
        insert.get();
      } catch (ExecutionException failed) {
        failures.add(Objects.requireNonNull(failed.getCause()));
      }
    }
    assertThat(failures).isNotEmpty().hasOnlyElementsOfType(Unavailable.class);
    assertThat(db().from(HERO).count()).isEqualTo(64 - failures.size());
    assertThat(db().insert(TEAM, team("after")).id()).isEqualTo(1);
  }

  private void replaceHeroByATableThatRefusesAtCommit() {
    driver.write(_ -> true);
    var link = SqliteFile.at(folder.resolve("heroes.db")).openWriter(_ -> {}, QUICK);
    link.run("DROP TABLE hero");
    link.run(
        "CREATE TABLE hero (id INTEGER PRIMARY KEY, name TEXT, secret_name TEXT, age INTEGER,"
            + " team_id INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED) STRICT");
    link.close();
  }

  @Test
  void aTransactionThatIsOpenTooLongIsRolledBackAndToldSo() {
    driver.close();
    open(LimitSource.with(Map.of("transactionSecondsMax", 0.2), DatabaseLimits::from));
    var db = db();

    assertThatThrownBy(() ->
            db.tx(() -> {
              db.insert(TEAM, team("slow"));
              Thread.sleep(600);
              return db.insert(TEAM, team("too late"));
            }))
        .isInstanceOf(Unavailable.class)
        .hasMessage("A transaction was open for too long");
    assertThatThrownBy(() ->
            db.tx(() -> {
              db.insert(TEAM, team("slow"));
              Thread.sleep(600);
              return true;
            }))
        .isInstanceOf(Unavailable.class);
    assertThat(db.from(TEAM).count()).isZero();
    assertThat(db.insert(TEAM, team("in time")).id()).isEqualTo(1);
  }

  @Test
  void aStatementThatTakesTooLongIsStopped() {
    open(LimitSource.with(Map.of("statementSecondsMax", 0.2), DatabaseLimits::from));

    assertThatThrownBy(() -> driver.read(link -> ((SqliteLink) link).texts(Endless.QUERY)))
        .hasMessageContaining("too long");
    assertThatThrownBy(() -> driver.write(link -> ((SqliteLink) link).texts(Endless.QUERY)))
        .hasMessageContaining("too long");
    assertThat(db().insert(TEAM, team("next")).id()).isEqualTo(1);
  }

  @Test
  void whenTheDiskIsFullWritesFailReadsGoOnAndNothingIsHalfWritten() {
    var db = db();
    db.insert(TEAM, team("before"));
    driver.write(link -> ((SqliteLink) link).texts("PRAGMA max_page_count = 20"));
    var big = new Team(0, "big", "x".repeat(200_000));

    assertThatThrownBy(() -> db.insert(TEAM, big))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The database cannot write at the moment");
    db.tx(() -> {
      db.insert(TEAM, team("first"));
      assertThatThrownBy(() -> db.insert(TEAM, big)).isInstanceOf(Unavailable.class);
      return db.insert(TEAM, team("second"));
    });
    assertThat(db.from(TEAM).list())
        .extracting(Team::name)
        .containsExactly("before", "first", "second");

    driver.write(link -> ((SqliteLink) link).texts("PRAGMA max_page_count = 1000"));
    assertThat(db.insert(TEAM, big).name()).isEqualTo("big");
  }

  @Test
  void whatFollowsInATransactionThatSqliteItselfUndidIsNotWrittenAlone() {
    open(LimitSource.with(Map.of("statementSecondsMax", 2), DatabaseLimits::from));
    var transaction = driver.begin();
    transaction.run(link -> link.query(insert("first"), _ -> true));
    assertThatThrownBy(() ->
            transaction.run(link -> {
              ((SqliteLink) link).run(Endless.INSERT);
              return true;
            }))
        .isInstanceOfSatisfying(
            DatabaseFault.class, it -> assertThat(it.kind()).isEqualTo(DatabaseFault.Kind.TIMEOUT));

    assertThatThrownBy(() -> transaction.run(link -> link.query(insert("second"), _ -> true)))
        .hasMessage("The transaction was rolled back because of an earlier failure");
    assertThatThrownBy(transaction::commit)
        .hasMessage("The transaction was rolled back because of an earlier failure");
    transaction.rollback();
    assertThat(db().from(TEAM).count()).isZero();
    assertThat(db().insert(TEAM, team("next")).id()).isEqualTo(1);
  }

  private Sql insert(String name) {
    return Inserts.team(driver, name);
  }

  @Test
  void aPoolThatIsFullLeavesNoTransactionBehind() throws Exception {
    var tight = new Pool("tight", 1, 1);
    var file = SqliteFile.at(folder.resolve("tight.db"));
    try (var own = SqliteDriver.open(file, QUICK, _ -> {}, tight::execute)) {
      own.create(List.of(TEAM));
      var db = new Session(own);
      var release = new CountDownLatch(1);
      Callable<Team> refused =
          () ->
              db.tx(() -> {
                db.insert(TEAM, team("lost"));
                fill(tight, release);
                return db.insert(TEAM, team("refused"));
              });
      assertThatThrownBy(() -> OnVirtualThread.call(refused)).isInstanceOf(Unavailable.class);
      release.countDown();
      Until.holds(() -> isKept(db)); // once the pool is free again
      assertThat(db.from(TEAM).select(TEAM.name).list()).containsExactly("kept");
    } finally {
      tight.close();
    }
  }

  private static boolean isKept(Session db) {
    try {
      return db.tx(() -> db.insert(TEAM, team("kept"))).id() > 0;
    } catch (Unavailable _) {
      return false;
    }
  }

  @Test
  void whatIsWrittenIsThereWhenTheFileIsOpenedAgain() throws Exception {
    for (var insert : all(64, n -> db().insert(TEAM, team("team " + n)))) {
      assertThat(insert.get().id()).isPositive();
    }
    open(DatabaseLimits.STANDARD);

    assertThat(db().from(TEAM).count()).isEqualTo(64);
    assertThat(db().insert(TEAM, team("next")).id()).isEqualTo(65);
  }

  /** Starts writers while a transaction has the turn, so that they wait and go together. */
  private <R> List<Future<R>> behindATransaction(Numbered<R> work) throws Exception {
    var db = db();
    return db.tx(() -> {
      var waiting = all(64, work);
      Thread.sleep(300);
      return waiting;
    });
  }

  private interface Numbered<R> {
    R run(int number) throws Exception;
  }

  private <R> List<Future<R>> all(int count, Numbered<R> work) {
    return IntStream.range(0, count)
        .mapToObj(n -> clients.submit((Callable<R>) () -> work.run(n)))
        .toList();
  }

  @Test
  void whatNoThreadBeginsIsGivenUpInTime() throws Exception {
    var tight = new Pool("tight", 1, 2);
    var file = SqliteFile.at(folder.resolve("tight.db"));
    var limits = LimitSource.with(Map.of("statementSecondsMax", 0.2), DatabaseLimits::from);
    try (var own = SqliteDriver.open(file, limits, _ -> {}, tight::execute)) {
      own.create(List.of(TEAM));
      var release = new CountDownLatch(1);
      occupy(tight, release);
      var db = new Session(own);

      assertThatThrownBy(() -> OnVirtualThread.call(() -> db.insert(TEAM, team("never"))))
          .isInstanceOf(Unavailable.class);
      release.countDown();
      assertThat(db.insert(TEAM, team("later")).id()).isEqualTo(1);
    } finally {
      tight.close();
    }
  }

  /** Keeps its one thread, then its one place to wait. */
  private static void fill(Pool pool, CountDownLatch release) throws InterruptedException {
    occupy(pool, release);
    pool.execute(() -> {});
    assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(PoolFull.class);
  }

  private static void occupy(Pool pool, CountDownLatch release) throws InterruptedException {
    var running = new CountDownLatch(1);
    pool.execute(() -> {
      running.countDown();
      await(release);
    });
    running.await();
  }

  private static Throwable failure(Future<?> future) throws InterruptedException {
    try {
      throw new AssertionError("did not fail: " + future.get());
    } catch (ExecutionException failed) {
      return Objects.requireNonNull(failed.getCause());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }

  private static Team team(String name) {
    return new Team(0, name, "x");
  }

  private Session db() {
    return new Session(driver);
  }
}
