package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.Session;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import golden.heroes.Team;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** D43: a thread that is interrupted has its statement stopped, but for what commits. */
final class InterruptionTest {
  @TempDir private Path folder;
  private Driver driver;

  /** Ways to run a statement that can be undone. */
  enum Way {
    ONE {
      @Override
      void run(Driver driver, Function<Link, ?> work) {
        driver.readOnce(work);
      }
    },
    SEVERAL {
      @Override
      void run(Driver driver, Function<Link, ?> work) {
        driver.read(work);
      }
    },
    SNAPSHOT {
      @Override
      void run(Driver driver, Function<Link, ?> work) {
        within(driver.snapshot(), work);
      }
    },
    WRITING {
      @Override
      void run(Driver driver, Function<Link, ?> work) {
        within(driver.begin(), work);
      }
    };

    abstract void run(Driver driver, Function<Link, ?> work);

    private static void within(Transaction transaction, Function<Link, ?> work) {
      try {
        transaction.run(work);
      } finally {
        transaction.rollback();
      }
    }
  }

  @BeforeEach
  void open() {
    driver = SqliteFile.at(folder.resolve("heroes.db")).open(DatabaseLimits.STANDARD, _ -> {});
    driver.create(List.of(TEAM));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  /** Whether the calling thread of a test is interrupted by now. */
  private static final AtomicBoolean IS_TOLD = new AtomicBoolean();

  /** What work throws whose thread is interrupted once it runs. */
  private static Throwable interrupted(Thread.Builder caller, Consumer<Runnable> work)
      throws InterruptedException {
    IS_TOLD.set(false);
    var thrown = new AtomicReference<Throwable>();
    var runs = new AtomicReference<>(false);
    var calling =
        caller.start(() -> {
          try {
            work.accept(() -> runs.set(true));
          } catch (RuntimeException failure) {
            thrown.set(failure);
          }
          if (!Thread.currentThread().isInterrupted()) {
            thrown.set(new AssertionError("the interruption is lost"));
          }
        });
    Until.holds(runs::get);
    calling.interrupt();
    IS_TOLD.set(true);
    assertThat(calling.join(Duration.ofSeconds(20))).isTrue();
    return thrown.get();
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatCanBeUndoneIsStopped(Way way) throws InterruptedException {
    for (var round = 0; round < 6; round++) {
      var thrown =
          interrupted(
              round % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform(),
              runs ->
                  way.run(
                      driver,
                      link -> {
                        runs.run();
                        return ((SqliteLink) link).texts(Endless.QUERY);
                      }));
      assertThat(thrown)
          .isInstanceOfSatisfying(
              DatabaseFault.class,
              fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.UNAVAILABLE))
          .hasMessage("Interrupted while waiting");
    }
    var db = new Session(driver);
    assertThat(db.insert(TEAM, new Team(0, "a", "x")).id()).isEqualTo(1);
    assertThat(db.from(TEAM).count()).isEqualTo(1);
  }

  /** Others may be in the same commit. */
  @Test
  void aWriteThatHasBegunIsDone() throws InterruptedException {
    var thrown =
        interrupted(
            Thread.ofVirtual(),
            runs ->
                driver.write(link -> {
                  runs.run();
                  ((SqliteLink) link)
                      .run("INSERT INTO team (name, headquarters) VALUES ('a', 'x')");
                  Until.holds(IS_TOLD::get);
                  return true;
                }));

    assertThat(thrown).isNull();
    assertThat(new Session(driver).from(TEAM).count()).isEqualTo(1);
  }

  @Test
  void aTransactionOfSomebodyWhoIsInterruptedCommits() {
    var db = new Session(driver);
    db.tx(() -> {
      var row = db.insert(TEAM, new Team(0, "a", "x"));
      Thread.currentThread().interrupt();
      return row;
    });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(db.from(TEAM).count()).isEqualTo(1);
  }
}
