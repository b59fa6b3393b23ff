package dev.covet.data.postgres;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.ApiError;
import dev.covet.api.Conflict;
import dev.covet.api.Mode;
import dev.covet.api.Unavailable;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metric;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.SqlCalls;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.CommitUnknown;
import dev.covet.data.sql.RawSql;
import dev.covet.data.sql.SqlRow;
import dev.covet.data.type.SqlType;
import golden.heroes.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reliability rows of PostgreSQL: lost connections, few connections, slow statements. */
final class PostgresFaultsTest {
  private final Loops loops = new Loops(ThreadMode.JDK, 2, new Metrics());
  private final Proxy proxy = Proxy.to(PostgresServer.port());
  private String name = "faults";
  private @Nullable Driver driver;

  private Session open(Map<String, Integer> limits, int connections) {
    var source = Source.code(Map.of("DATABASE_CONNECTIONS_MAX", "" + connections));
    var config = Config.of(Mode.TEST, new StartFaults(), source);
    var opened =
        new PostgresOpener()
            .target(PostgresServer.url(proxy.port()) + "&application_name=" + name, config)
            .open(LimitSource.with(limits, DatabaseLimits::from), _ -> {}, loops);
    driver = opened;
    opened.create(List.of(TEAM));
    return new Session(opened);
  }

  private Driver driver() {
    return Objects.requireNonNull(driver);
  }

  @AfterEach
  void close() {
    if (driver != null) driver.close();
    proxy.close();
    loops.close();
  }

  private static Team team(String name) {
    return new Team(0, name, "x");
  }

  /** Runs a text on a connection of its own. */
  private boolean runs(String sql) {
    return driver()
        .readOnce(link -> {
          ((PostgresLink) link).run(sql);
          return true;
        });
  }

  /** S0.pool.db, D48: pool of 5, 500 callers. */
  @Test
  void moreCallersThanConnectionsTakeTurns() throws Exception {
    var db = open(Map.of("acquireMillisMax", 30_000), 5);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 500)
              .mapToObj(n -> callers.submit(() -> db.insert(TEAM, team("team " + n)).id()))
              .toList();
      for (var call : calls) assertThat(call.get(60, TimeUnit.SECONDS)).isPositive();
    }

    assertThat(db.from(TEAM).count()).isEqualTo(500);
    assertThat(gauge("open")).isBetween(1.0, 5.0);
    assertThat(gauge("in_use")).isZero();
    assertThat(gauge("waiting")).isZero();
  }

  /** S0.pool.db: whoever finds no connection in time is told, and nothing leaks. */
  @Test
  void whoFindsNoConnectionInTimeIsToldAndTheNextOneFindsOne() throws Exception {
    var db = open(Map.of("acquireMillisMax", 100), 1);
    var taken = new CountDownLatch(1);
    var enough = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var holder =
          callers.submit(() ->
              new Session(driver())
                  .tx(() -> {
                    taken.countDown();
                    enough.await();
                    return new Session(driver());
                  }));
      taken.await();
      var began = System.nanoTime();

      assertThatThrownBy(() -> db.from(TEAM).count())
          .isInstanceOf(Unavailable.class)
          .hasMessage("The database is busy");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
      enough.countDown();
      holder.get();
    }
    assertThat(db.from(TEAM).count()).isZero();
    assertThat(gauge("in_use")).isZero();
  }

  /** D2: {@code statementSecondsMax}; the connection is not used again. */
  @Test
  void aStatementThatTakesTooLongIsCancelledAndTheNextOneRuns() {
    var db = open(Map.of("statementSecondsMax", 1), 1);

    assertThatThrownBy(() -> runs("SELECT pg_sleep(60)"))
        .isInstanceOfSatisfying(
            DatabaseFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.TIMEOUT));
    assertThat(db.from(TEAM).count()).isZero();
  }

  @Test
  void whoIsInterruptedStopsItsStatement() throws Exception {
    open(Map.of(), 1);
    var began = new CountDownLatch(1);
    var thrown = new AtomicReference<Throwable>();
    var caller =
        Thread.ofVirtual()
            .start(() -> {
              began.countDown();
              try {
                runs("SELECT pg_sleep(60)");
              } catch (DatabaseFault fault) {
                thrown.set(fault);
              }
            });
    began.await();
    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(30))).isTrue();
    assertThat(thrown.get()).hasMessageStartingWith("Interrupted");
    assertThat(runs("SELECT 1")).isTrue();
  }

  /** 1,000 callers that leave: no answer meets another request, and connections are as new. */
  @Test
  void anAnswerNeverMeetsAnotherRequest() throws Exception {
    open(Map.of(), 4);
    var right = new AtomicInteger();
    var wrong = new ConcurrentLinkedQueue<String>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var threads = new ConcurrentLinkedQueue<Thread>();
      var calls = new ArrayList<Future<?>>();
      for (var n = 0; n < 1_000; n++) {
        var own = "" + n;
        calls.add(
            callers.submit(() -> {
              threads.add(Thread.currentThread());
              var answer = answered(own);
              if (answer.equals(own)) right.incrementAndGet();
              else if (!answer.isEmpty()) wrong.add(own + " got " + answer);
            }));
        if (n % 2 == 0) {
          var leaving = threads.poll();
          if (leaving != null) leaving.interrupt();
        }
      }
      for (var call : calls) call.get(60, TimeUnit.SECONDS);
    }

    assertThat(wrong).isEmpty();
    assertThat(right.get()).isPositive();
    assertThat(gauge("in_use")).isZero();
    assertThat(answered("last")).isEqualTo("last");
  }

  /** What the server says; nothing if it is not waited for. */
  private String answered(String text) {
    try {
      return driver()
          .readOnce(
              link -> ((PostgresLink) link).texts("SELECT $1::text", text).getFirst().getFirst());
    } catch (DatabaseFault fault) {
      return "";
    }
  }

  /** D36: a statement that runs is stopped when the time of its transaction is over. */
  @Test
  void aStatementIsStoppedWithATransactionThatIsOpenForTooLong() {
    var db = open(Map.of("transactionSecondsMax", 1), 1);
    var sleep = RawSql.reading("sleep").text("SELECT cast(pg_sleep(20) AS text)");

    assertThatThrownBy(() ->
            db.tx(() -> {
              db.insert(TEAM, team("lost"));
              return new SqlCalls(db).list(sleep, SqlRow.value(SqlType.TEXT));
            }))
        .isInstanceOf(Unavailable.class)
        .hasMessage("A transaction was open for too long");

    assertThat(db.from(TEAM).count()).isZero();
    assertThat(gauge("in_use")).isZero();
  }

  /** Reliability: connection lost in COMMIT, whose outcome nobody knows. */
  @Test
  void aConnectionThatIsLostInACommitIsSaidToBeUnknown() {
    var db = open(Map.of(), 2);
    proxy.cutBehind("COMMIT\0");

    assertThatThrownBy(() -> db.tx(() -> db.insert(TEAM, team("stored"))))
        .isInstanceOfSatisfying(
            CommitUnknown.class,
            error -> {
              assertThat(error.status()).isEqualTo(503);
              assertThat(error.code()).isEqualTo("COMMIT_UNKNOWN");
            });
    proxy.cutBehind("");
    assertThat(db.from(TEAM).count()).isEqualTo(1);

    proxy.cutBefore("COMMIT\0");
    assertThatThrownBy(() -> db.tx(() -> db.insert(TEAM, team("lost"))))
        .isInstanceOf(CommitUnknown.class);
    proxy.cutBefore("");
    assertThat(db.from(TEAM).count()).isEqualTo(1);
  }

  @Test
  void connectionsThatWereCutAreReplaced() throws Exception {
    var db = open(Map.of(), 3);
    for (var round = 0; round < 5; round++) {
      proxy.cut();
      Until.holds(() -> answers(db));
    }
    assertThat(gauge("open")).isBetween(1.0, 3.0);
  }

  private static boolean answers(Session db) {
    try {
      return db.from(TEAM).count() >= 0;
    } catch (ApiError _) {
      return false;
    }
  }

  @Test
  void aDatabaseThatIsAwayIsToldAtOnceAndWithoutItsAddress() {
    var db = open(Map.of(), 2);
    proxy.close();
    Until.holds(() -> !answers(db));

    assertThatThrownBy(() -> db.from(TEAM).count())
        .isInstanceOf(Unavailable.class)
        .hasMessageNotContaining("127.0.0.1")
        .hasMessageNotContaining("" + proxy.port());
  }

  /** A row that breaks a rule inside of a transaction ends nothing but its own statement. */
  @Test
  void aTransactionGoesOnAfterAViolation() {
    var db = open(Map.of(), 1);
    db.insert(TEAM, team("first"));

    var id =
        db.tx(() -> {
          assertThatThrownBy(() -> db.insert(TEAM, team("first"))).isInstanceOf(Conflict.class);
          return db.insert(TEAM, team("second")).id();
        });
    assertThat(db.get(TEAM, id).name()).isEqualTo("second");
  }

  /** What is told to be stored is there, and what is told to have failed is not. */
  @Test
  void aCancelThatComesAtAnyMomentNeverMakesAWrongAnswer() throws Exception {
    name = "cancelled";
    var db = open(Map.of(), 1);
    var stored = new ArrayList<String>();
    var failed = new ArrayList<String>();
    var isOver = new AtomicBoolean();
    try (var canceller = Executors.newSingleThreadExecutor()) {
      canceller.execute(() -> PostgresServer.cancelAllWhile(() -> !isOver.get()));
      for (var n = 0; n < 500; n++) {
        var row = "team " + n;
        try {
          db.tx(() -> {
            db.insert(TEAM, team(row));
            db.from(TEAM).exists();
            return db.insert(TEAM, team(row + ", too"));
          });
          stored.addAll(List.of(row, row + ", too"));
        } catch (ApiError error) {
          if (!error.code().equals("COMMIT_UNKNOWN")) failed.addAll(List.of(row, row + ", too"));
        }
      }
      isOver.set(true);
    }

    Until.holds(() -> answers(db)); // a connection may have been cancelled while it was opened
    var there = db.from(TEAM).list().stream().map(Team::name).toList();
    assertThat(there).containsAll(stored).doesNotContainAnyElementsOf(failed);
    assertThat(stored).isNotEmpty();
  }

  /** Reliability: a half-open peer. */
  @Test
  void aServerThatFallsSilentHoldsNobodyForEver() {
    var db = open(Map.of("statementSecondsMax", 1), 2);
    assertThat(db.from(TEAM).count()).isZero();
    proxy.fallSilent();

    assertThatThrownBy(() -> db.from(TEAM).count()).isInstanceOf(ApiError.class);
    assertThatThrownBy(() -> db.tx(() -> db.insert(TEAM, team("a")))).isInstanceOf(ApiError.class);
    proxy.close();
    driver().close();
    driver = null;
    assertThat(gauge("in_use")).isZero();
  }

  @Test
  void aStatementThatIsStaleIsPreparedAnew() {
    var db = open(Map.of(), 3);
    db.insert(TEAM, team("a"));
    assertThat(db.get(TEAM, 1).name()).isEqualTo("a");

    runs("ALTER TABLE team ALTER COLUMN name TYPE varchar(90)");
    assertThat(db.get(TEAM, 1).name()).isEqualTo("a");
    runs("DISCARD ALL");
    assertThat(db.get(TEAM, 1).name()).isEqualTo("a");
  }

  @Test
  void aColumnThatIsTooNarrowIsRefused() {
    open(Map.of(), 1);
    runs("ALTER TABLE team ALTER COLUMN id TYPE integer");

    assertThatThrownBy(() -> driver().differences(List.of(TEAM)))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("team.id is integer, too narrow")
        .hasMessageContaining("ALTER COLUMN id TYPE bigint");
  }

  private double gauge(String what) {
    return loops.metrics().all().stream()
        .filter(it -> it.name().equals("database_connections_" + what))
        .mapToDouble(it -> ((Metric.Level) it).value())
        .sum();
  }
}
