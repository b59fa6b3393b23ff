package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.covet.api.Conflict;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that waits for the end of a transaction belongs to what was committed, or undone. */
@ParameterizedClass
@EnumSource
class InnerTransactionsTest {
  private final Databases database;

  private final List<String> said = new ArrayList<>();
  private Driver driver;
  private Session db;

  InnerTransactionsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, _ -> {});
    driver.create(List.of(TEAM));
    db = new Session(driver);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void workOfAnInnerTransactionThatThrewIsDoneAsUndoneAndTheRestAsCommitted() {
    db.tx(() -> {
      begin("outer");
      undone(() -> fail("inner"));
      return begin("outer, too");
    });

    assertThat(said).containsExactly("inner undone", "outer committed", "outer, too committed");
    assertThat(names()).containsExactly("outer", "outer, too");
  }

  @Test
  void workOfAnInnerTransactionWhoseRowWasTakenIsDoneAsUndone() {
    db.tx(() -> {
      begin("outer");
      assertThatThrownBy(() ->
              db.tx(() -> {
                begin("inner");
                return db.insert(TEAM, team("outer"));
              }))
          .isInstanceOf(Conflict.class);
      return true;
    });

    assertThat(said).containsExactly("inner undone", "outer committed");
    assertThat(names()).containsExactly("outer");
  }

  @Test
  void workOfAnInnerTransactionThatCatchesItsOwnFailureIsDoneAsCommitted() {
    db.tx(() -> {
      begin("outer");
      return db.tx(() -> {
        begin("inner");
        assertThatThrownBy(() -> db.insert(TEAM, team("inner"))).isInstanceOf(Conflict.class);
        return begin("inner, too");
      });
    });

    assertThat(said).containsExactly("outer committed", "inner committed", "inner, too committed");
    assertThat(names()).containsExactly("outer", "inner", "inner, too");
  }

  @Test
  void theInnermostOfThreeIsUndoneAlone() {
    db.tx(() -> {
      begin("outer");
      return db.tx(() -> {
        begin("middle");
        undone(() -> fail("innermost"));
        return db.tx(() -> begin("innermost, again"));
      });
    });

    assertThat(said)
        .containsExactly(
            "innermost undone",
            "outer committed",
            "middle committed",
            "innermost, again committed");
  }

  @Test
  void whatTheInnermostOfThreeKeptIsUndoneWithTheMiddleOne() {
    db.tx(() -> {
      begin("outer");
      undone(() ->
          db.tx(() -> {
            begin("middle");
            db.tx(() -> begin("innermost"));
            throw new IllegalStateException("no");
          }));
      return true;
    });

    assertThat(said).containsExactly("middle undone", "innermost undone", "outer committed");
    assertThat(names()).containsExactly("outer");
  }

  @Test
  void whatInnerOnesKeptIsUndoneWithTheOuterOne() {
    undone(() ->
        db.tx(() -> {
          begin("outer");
          db.tx(() -> db.tx(() -> begin("innermost")));
          throw new IllegalStateException("no");
        }));

    assertThat(said).containsExactly("outer undone", "innermost undone");
    assertThat(names()).isEmpty();
  }

  @Test
  void aFailureThatGoesThroughAllOfThemUndoesEachOnceInnermostFirst() {
    undone(() ->
        db.tx(() -> {
          begin("outer");
          return db.tx(() -> {
            begin("middle");
            return db.tx(() -> fail("innermost"));
          });
        }));

    assertThat(said).containsExactly("innermost undone", "middle undone", "outer undone");
    assertThat(names()).isEmpty();
  }

  @Test
  void workBeforeTheCommitOfAnInnerTransactionThatWasUndoneIsForgotten() {
    db.tx(() -> {
      undone(() ->
          db.tx(() -> {
            db.unitOfWork().orElseThrow().beforeCommit(() -> db.insert(TEAM, team("hook")));
            throw new IllegalStateException("no");
          }));
      return begin("outer");
    });

    assertThat(names()).containsExactly("outer");
  }

  @Test
  void
      workThatFailsAfterAnInnerTransactionWasUndoneIsAddedToItsFailureAndKeepsNothingFromItsTurn() {
    db.tx(() -> {
      var failure =
          catchThrowable(() ->
              db.tx(() -> {
                db.unitOfWork()
                    .orElseThrow()
                    .afterRollback(() -> {
                      throw new AssertionError("hook");
                    });
                return fail("inner");
              }));
      assertThat(failure).hasMessage("no");
      assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("hook");
      return begin("outer");
    });

    assertThat(said).containsExactly("inner undone", "outer committed");
  }

  @Test
  void anInnerTransactionInAnotherThreadIsRefusedAndItsStatementsAreNot() {
    db.tx(() -> {
      elsewhere(() -> begin("statement"));
      assertThatThrownBy(() -> elsewhere(() -> db.tx(() -> begin("inner"))))
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage(
              "An inner db.tx(...) must run in the thread that began the outer one. Other threads"
                  + " can run statements there, or begin a transaction on a Session of their own.");
      return db.tx(() -> begin("inner, here"));
    });

    assertThat(names()).containsExactly("statement", "inner, here");
  }

  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private Team begin(String name) {
    var unit = db.unitOfWork().orElseThrow();
    unit.afterCommit(() -> said.add(name + " committed"));
    unit.afterRollback(() -> said.add(name + " undone"));
    return db.insert(TEAM, team(name));
  }

  private Team fail(String name) {
    return db.tx(() -> {
      begin(name);
      throw new IllegalStateException("no");
    });
  }

  private static void undone(Runnable work) {
    assertThatThrownBy(work::run).hasMessage("no");
  }

  private static Team team(String name) {
    return new Team(0, name, "x");
  }

  private List<String> names() {
    return db.from(TEAM).orderBy(TEAM.id.asc()).list().stream().map(Team::name).toList();
  }
}
