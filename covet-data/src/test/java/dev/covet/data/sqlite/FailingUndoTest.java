package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.limit.LimitSource;
import dev.covet.data.Until;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Link;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.jdbc4.JDBC4Connection;

/** Work that fails, and cannot be undone alone, for the very same reason. */
@Timeout(300)
class FailingUndoTest {
  private static final DatabaseLimits PATIENT =
      LimitSource.with(Map.of("acquireMillisMax", 20_000), DatabaseLimits::from);

  /** Writers come together within 2 ms; on a busy machine they may miss each other. */
  private static final int ATTEMPTS_MAX = 50;

  private final IllegalStateException reason = new IllegalStateException("own");
  @TempDir private Path folder;

  @BeforeEach
  void createTables() {
    try (var driver = file().open(DatabaseLimits.STANDARD, _ -> {})) {
      driver.create(List.of(TEAM));
    }
  }

  @Test
  void itsTransactionThrowsItAndCannotBeCommitted() throws SQLException {
    var link = link("ROLLBACK TO piece");
    try (var workers = Workers.on(Runnable::run)) {
      var transaction =
          new SqliteTransaction(link, workers, PATIENT, link::close).begin("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> transaction.run(this::fail))
          .isSameAs(reason)
          .hasNoSuppressedExceptions();
      assertThatThrownBy(transaction::commit).hasMessageContaining("because of an earlier failure");
      transaction.rollback();
    }
  }

  @Test
  void writersThatAreUndoneWithItLearnThatTheyMayTryAgain() throws Exception {
    try (var link = link("ROLLBACK TO single");
        var workers = Workers.on(Runnable::run)) {
      var turn = new Turn();
      var writers = new GroupCommit(link, turn, workers, PATIENT);
      var failure = besideOneThatFails(writers, turn);
      for (var n = 0; failure.isEmpty() && n < ATTEMPTS_MAX; n++) {
        failure = besideOneThatFails(writers, turn);
      }

      assertThat(failure)
          .get()
          .isInstanceOfSatisfying(
              DatabaseFault.class,
              fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.UNAVAILABLE))
          .extracting(Throwable::getMessage)
          .isEqualTo("Rolled back together with other writes");
    }
  }

  /** How a writer failed; not at all if the other one came too late to be written with it. */
  private Optional<Throwable> besideOneThatFails(GroupCommit writers, Turn turn) throws Exception {
    turn.take(PATIENT.acquireMax());
    var other = started(writers, FailingUndoTest::insert);
    var failing = started(writers, this::fail);
    turn.end();

    assertThatThrownBy(failing::get).cause().isSameAs(reason);
    try {
      other.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.ofNullable(e.getCause());
    }
  }

  private static FutureTask<Boolean> started(GroupCommit writers, Function<Link, Boolean> work) {
    var task = new FutureTask<>(() -> writers.write(new Ticket<>(work, false)));
    Until.waits(Thread.ofVirtual().start(task));
    return task;
  }

  private static boolean insert(Link link) {
    ((SqliteLink) link).run("INSERT INTO team (name, headquarters) VALUES (random(), 'x')");
    return true;
  }

  private boolean fail(Link link) {
    throw reason;
  }

  private SqliteFile file() {
    return SqliteFile.at(folder.resolve("undo.db"));
  }

  /** A connection that does not undo. */
  private SqliteLink link(String statement) throws SQLException {
    var path = folder.resolve("undo.db").toString();
    var connection =
        new JDBC4Connection("jdbc:sqlite:" + path, path, new Properties()) {
          @Override
          public PreparedStatement prepareStatement(String sql) throws SQLException {
            if (sql.equals(statement)) throw reason;
            return super.prepareStatement(sql);
          }
        };
    return new SqliteLink(connection, _ -> {}, 1_000);
  }
}
