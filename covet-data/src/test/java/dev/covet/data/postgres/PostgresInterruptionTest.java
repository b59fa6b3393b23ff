package dev.covet.data.postgres;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Team;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D43: what ends a transaction is never cancelled; who waits for a connection leaves the line. */
final class PostgresInterruptionTest {
  private static final String SLOW_COMMIT =
      """
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END';
      CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON team DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION slow();
      """;

  private final Loops loops = new Loops(ThreadMode.JDK, 1, new Metrics());
  private Driver driver;
  private Session db;

  @BeforeEach
  void open() {
    var one = Source.code(Map.of("DATABASE_CONNECTIONS_MAX", "1"));
    var patient = LimitSource.with(Map.of("acquireMillisMax", 20_000), DatabaseLimits::from);
    driver =
        new PostgresOpener()
            .target(PostgresServer.url(), Config.of(Mode.TEST, new StartFaults(), one))
            .open(patient, _ -> {}, loops);
    driver.create(List.of(TEAM));
    db = new Session(driver);
  }

  @AfterEach
  void close() {
    driver.close();
    loops.close();
  }

  private String backend() {
    return texts("SELECT pg_backend_pid()::text");
  }

  private String texts(String sql) {
    return driver.readOnce(link -> ((PostgresLink) link).texts(sql).getFirst().getFirst());
  }

  private void runs(String sql) {
    driver.readOnce(link -> {
      ((PostgresLink) link).run(sql);
      return true;
    });
  }

  @Test
  void aCommitIsNeverCancelled() throws InterruptedException {
    runs(SLOW_COMMIT);
    var backend = backend();
    var commits = new CountDownLatch(1);
    var stayed = new AtomicBoolean();
    var caller =
        Thread.ofVirtual()
            .start(() -> {
              db.tx(() -> {
                db.unitOfWork().orElseThrow().beforeCommit(commits::countDown);
                return db.insert(TEAM, new Team(0, "a", "x"));
              });
              stayed.set(Thread.currentThread().isInterrupted());
            });
    commits.await();
    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
    assertThat(stayed).isTrue();
    assertThat(db.from(TEAM).count()).isEqualTo(1);
    assertThat(backend()).isEqualTo(backend);
  }

  @Test
  void aRollbackIsNotEither() {
    var backend = backend();
    assertThatThrownBy(() ->
            db.tx(() -> {
              db.insert(TEAM, new Team(0, "a", "x"));
              Thread.currentThread().interrupt();
              throw new IllegalStateException("undo");
            }))
        .hasMessage("undo");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(db.from(TEAM).count()).isZero();
    assertThat(backend()).isEqualTo(backend);
  }

  /** What it would write is not written by anybody later. */
  @Test
  void whoWaitsForAConnectionLeavesTheLine() throws InterruptedException {
    var waiter = new AtomicReference<Throwable>();
    db.tx(() -> {
      var caller = Thread.ofVirtual().start(() -> waiter.set(thrown(this::insertAlone)));
      Until.holds(() -> waiting() == 1);
      caller.interrupt();
      caller.join();
      return db.insert(TEAM, new Team(0, "first", "x"));
    });

    assertThat(waiter.get()).hasMessage("Interrupted while waiting for a connection");
    assertThat(waiting()).isZero();
    assertThat(db.from(TEAM).count()).isEqualTo(1);
  }

  private Team insertAlone() {
    return new Session(driver).insert(TEAM, new Team(0, "second", "x"));
  }

  private static Throwable thrown(Supplier<?> work) {
    try {
      return new AssertionError("it gave " + work.get());
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  private double waiting() {
    return loops.metrics().value("database_connections_waiting", "database", "main");
  }
}
