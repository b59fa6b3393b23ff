package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.limit.LimitSource;
import dev.covet.data.Session;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import golden.heroes.Team;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An error of one piece of work, such as a failed assertion, is that piece's alone. */
@Timeout(300)
class ErrorsOfWritersTest {
  private static final int WRITERS = 8;

  /** Longer than a test waits for threads, so that none of them gives up before. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final DatabaseLimits PATIENT =
      LimitSource.with(
          Map.of(
              "acquireMillisMax",
              PATIENCE.toMillis(),
              "transactionSecondsMax",
              PATIENCE.toSeconds()),
          DatabaseLimits::from);

  @TempDir private Path folder;
  private Driver driver;

  @BeforeEach
  void createTables() {
    var file = SqliteFile.at(folder.resolve("errors.db"));
    driver = file.open(PATIENT, _ -> {});
    driver.create(List.of(TEAM));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void writersThatAreCommittedTogetherSurviveAnErrorOfOneOfThem() throws Exception {
    var turn = driver.begin();
    var tasks = IntStream.range(0, WRITERS).mapToObj(this::writer).toList();
    var threads = tasks.stream().map(Thread.ofVirtual()::start).toList();
    threads.forEach(Until::waits);
    turn.rollback();

    for (var n = 0; n < WRITERS; n++) {
      var task = tasks.get(n);
      if (n == 3) {
        assertThatThrownBy(task::get).hasRootCauseInstanceOf(AssertionError.class);
      } else {
        assertThat(task.get()).isEqualTo(n);
      }
    }
    assertThat(names()).hasSize(WRITERS - 1).doesNotContain("team 3");
  }

  private FutureTask<Integer> writer(int number) {
    return new FutureTask<>(
        () -> driver.write(link -> number == 3 ? failed(link, "team 3") : written(link, number)));
  }

  private int written(Link link, int number) {
    link.query(Inserts.team(driver, "team " + number), _ -> true);
    return number;
  }

  private int failed(Link link, String name) {
    link.query(Inserts.team(driver, name), _ -> true);
    throw new AssertionError("own");
  }

  @Test
  void anErrorInAPieceOfATransactionUndoesThatPieceAlone() {
    var transaction = driver.begin();
    transaction.run(link -> written(link, 1));
    assertThatThrownBy(() -> transaction.run(link -> failed(link, "undone"))).hasMessage("own");
    transaction.run(link -> written(link, 2));
    transaction.commit();

    assertThat(names()).containsExactly("team 1", "team 2");
  }

  private List<String> names() {
    return new Session(driver)
        .from(TEAM).orderBy(TEAM.id.asc()).list().stream().map(Team::name).toList();
  }
}
