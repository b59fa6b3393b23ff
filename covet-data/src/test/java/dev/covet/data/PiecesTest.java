package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.NotFound;
import dev.covet.api.Unavailable;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.sql.RawSql;
import dev.covet.data.sql.SqlRow;
import dev.covet.data.type.SqlType;
import golden.heroes.Team;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fails in a transaction on PostgreSQL is undone alone, though pieces share savepoints. */
class PiecesTest {
  private final Driver driver = Databases.POSTGRESQL.open(DatabaseLimits.STANDARD, _ -> {});
  private final Session db = new Session(driver);

  PiecesTest() {
    driver.create(List.of(TEAM));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private Team insert(String name) {
    return db.insert(TEAM, new Team(0, name, "x"));
  }

  private void fails() {
    var nowhere = RawSql.reading("nowhere").text("SELECT name FROM nowhere");
    assertThatThrownBy(() -> new SqlCalls(db).list(nowhere, SqlRow.value(SqlType.TEXT)))
        .isInstanceOf(DatabaseFault.class);
  }

  private void isTaken(String name) {
    assertThatThrownBy(() -> insert(name)).isInstanceOf(Conflict.class);
  }

  @Test
  void whatFailsUndoesNothingThatWasDoneBefore() {
    db.tx(() -> {
      fails();
      insert("first");
      assertThat(db.from(TEAM).count()).isEqualTo(1);
      assertThat(db.from(TEAM).exists()).isTrue();
      fails();
      insert("second");
      isTaken("first");
      assertThat(db.from(TEAM).count()).isEqualTo(2);
      isTaken("second");
      return insert("third");
    });

    assertThat(db.from(TEAM).count()).isEqualTo(3);
  }

  @Test
  void whatFailsInAnInnerTransactionUndoesNothingThatWasDoneAroundIt() {
    db.tx(() -> {
      insert("outer");
      db.from(TEAM).exists();
      db.tx(() -> {
        isTaken("outer");
        insert("inner");
        return db.from(TEAM).exists();
      });
      isTaken("inner");
      assertThatThrownBy(() ->
              db.tx(() -> {
                insert("lost");
                db.from(TEAM).exists();
                throw new IllegalStateException("no");
              }))
          .hasMessage("no");
      isTaken("outer");
      return insert("lost");
    });

    assertThat(db.from(TEAM).count()).isEqualTo(3);
  }

  /** Reading makes no savepoint of its own, so that it costs no further statement. */
  @Test
  void whatTheDatabaseRefusesToReadUndoesAllIfSomethingWasChanged() {
    insert("first");
    db.tx(() -> {
      overflows();
      return insert("second");
    });
    assertThatThrownBy(() ->
            db.tx(() -> {
              insert("third");
              overflows();
              return insert("fourth");
            }))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("rolled back because of an earlier failure");

    assertThat(db.from(TEAM).list()).extracting(Team::name).containsExactly("first", "second");
  }

  @Test
  void whatTheDatabaseRefusesToReadInAnInnerTransactionIsUndoneAlone() {
    db.tx(() -> {
      insert("first");
      db.tx(() -> {
        overflows();
        return true;
      });
      overflows();
      db.get(TEAM, 1);
      overflows();
      return insert("second");
    });

    assertThat(db.from(TEAM).count()).isEqualTo(2);
  }

  private void overflows() {
    var most = TEAM.id.plus(Long.MAX_VALUE);
    assertThatThrownBy(() -> db.from(TEAM).orderBy(most.asc()).list())
        .isInstanceOf(DatabaseFault.class);
  }

  /** What a program throws while it reads is no failure of the database. */
  @Test
  void whatIsNotFoundUndoesNothing() {
    db.tx(() -> {
      insert("first");
      assertThatThrownBy(() -> db.get(TEAM, 7)).isInstanceOf(NotFound.class);
      return insert("second");
    });

    assertThat(db.from(TEAM).count()).isEqualTo(2);
  }

  @Test
  void whatFailsLetsGoOfNoLock() {
    var id = insert("first").id();
    var other = new Session(driver);

    db.tx(() -> {
      assertThat(db.from(TEAM).where(TEAM.id.eq(id)).forUpdate().list()).hasSize(1);
      isTaken("first");
      var free = other.tx(() -> other.from(TEAM).skipLocked().list());
      assertThat(free).isEmpty();
      return true;
    });
  }
}
