package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection that cannot be closed is nobody's loss but its own. */
class FailingCloseTest {
  private final AtomicInteger closed = new AtomicInteger();
  @TempDir private Path folder;

  @BeforeEach
  void createTables() {
    try (var driver = file().open(DatabaseLimits.STANDARD, _ -> {})) {
      driver.create(List.of(TEAM));
    }
  }

  @Test
  void whatWasCommittedIsNotToldAsUndoneWhereItsConnectionCannotBeClosed() throws SQLException {
    var link = link();
    try (var workers = Workers.on(Runnable::run)) {
      var transaction =
          new SqliteTransaction(link, workers, DatabaseLimits.STANDARD, link::close)
              .begin("BEGIN IMMEDIATE");
      transaction.run(it -> {
        ((SqliteLink) it).run("INSERT INTO team (name, headquarters) VALUES ('kept', 'x')");
        return true;
      });
      transaction.commit();
    }

    assertThat(closed).hasValue(1);
    try (var driver = file().open(DatabaseLimits.STANDARD, _ -> {})) {
      assertThat(new Session(driver).from(TEAM).count()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatCannotBeClosedKeepsNoOtherFromIt() throws SQLException {
    new Readers(List.of(link(), link(), link()), DatabaseLimits.STANDARD).close();

    assertThat(closed).hasValue(3);
  }

  @Test
  void whoGivesAConnectionBackToAClosedDatabaseLearnsNothingOfIt() throws SQLException {
    var readers = new Readers(List.of(link()), DatabaseLimits.STANDARD);
    var turn = new Turn();
    var link = link();
    turn.take(DatabaseLimits.STANDARD.acquireMax());
    assertThat(turn.close(Duration.ofMillis(1), link::close)).isFalse();
    turn.end();
    readers.close();

    assertThat(closed).hasValue(2);
  }

  private SqliteFile file() {
    return SqliteFile.at(folder.resolve("closing.db"));
  }

  /** A connection whose closing is told to have failed. */
  private SqliteLink link() throws SQLException {
    var path = folder.resolve("closing.db").toString();
    var connection =
        new JDBC4Connection("jdbc:sqlite:" + path, path, new Properties()) {
          @Override
          public void close() throws SQLException {
            super.close();
            closed.incrementAndGet();
            throw new SQLException("cannot be closed");
          }
        };
    return new SqliteLink(connection, _ -> {}, 1_000);
  }
}
