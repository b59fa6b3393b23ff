package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Unavailable;
import dev.covet.base.limit.LimitSource;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** D36: a transaction that is open for too long is undone, whichever database has it. */
@ParameterizedClass
@EnumSource
class TransactionTimeTest {
  private static final long WAIT_NANOS_MAX = 10_000_000_000L;

  private final Databases database;
  private Driver driver;
  private Session db;

  TransactionTimeTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    open(0.3);
  }

  private void open(double secondsMax) {
    driver =
        database.open(
            LimitSource.with(Map.of("transactionSecondsMax", secondsMax), DatabaseLimits::from),
            _ -> {});
    driver.create(List.of(TEAM));
    db = new Session(driver);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private static Team team(String name) {
    return new Team(0, name, "x");
  }

  @Test
  void whatComesTooLateIsToldSoAndNothingIsStored() {
    assertThatThrownBy(() ->
            db.tx(() -> {
              var end = System.nanoTime() + WAIT_NANOS_MAX;
              for (var n = 0; System.nanoTime() < end; n++) db.insert(TEAM, team("late " + n));
              return true;
            }))
        .isInstanceOf(Unavailable.class)
        .hasMessage("A transaction was open for too long");

    assertThat(db.from(TEAM).count()).isZero();
    Until.holds(this::isStoredInTime);
    assertThat(db.from(TEAM).select(TEAM.name).list()).containsExactly("in time");
  }

  /** Not always at once: a machine that has much to do may take longer than the limit for it. */
  private boolean isStoredInTime() {
    try {
      return db.tx(() -> db.insert(TEAM, team("in time"))).id() > 0;
    } catch (Unavailable _) {
      return false;
    }
  }

  @Test
  void whatItKeptFromOthersIsFreeBeforeItsBlockEnds() {
    var other = new Session(driver);

    assertThatThrownBy(() ->
            db.tx(() -> {
              db.insert(TEAM, team("wanted"));
              return other.insert(TEAM, team("wanted"));
            }))
        .isInstanceOf(Unavailable.class)
        .hasMessage("A transaction was open for too long");

    assertThat(db.from(TEAM).select(TEAM.name).list()).containsExactly("wanted");
  }

  @Test
  void oneThatEndsInTimeIsLeftAlone() {
    driver.close();
    open(5); // a machine that has much to do may take a third of a second for one
    var end = System.nanoTime() + 1_000_000_000L;
    for (var n = 0; System.nanoTime() < end; n++) {
      var name = "quick " + n;
      db.tx(() -> db.insert(TEAM, team(name)));
    }

    assertThat(db.from(TEAM).count()).isPositive();
  }
}
