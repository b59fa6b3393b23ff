package dev.covet.data.postgres;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.TransactionConflict;
import golden.heroes.Hero;
import golden.heroes.Team;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a table that is not as its record says, or a value that it cannot hold, is told as. */
final class PostgresErrorsTest {
  private final Loops loops = new Loops(ThreadMode.JDK, 1, new Metrics());
  private Driver driver;
  private Session db;

  @BeforeEach
  void createTables() {
    driver =
        new PostgresOpener()
            .target(PostgresServer.url(), config(Map.of()))
            .open(DatabaseLimits.STANDARD, _ -> {}, loops);
    driver.create(List.of(TEAM, HERO));
    db = new Session(driver);
    db.insert(TEAM, new Team(0, "Avengers", "New York"));
  }

  @AfterEach
  void close() {
    driver.close();
    loops.close();
  }

  private static Config config(Map<String, String> set) {
    return Config.of(Mode.TEST, new StartFaults(), new Source("environment", set));
  }

  private void run(String sql) {
    driver.write(link -> {
      ((PostgresLink) link).run(sql);
      return true;
    });
  }

  /** An index holds 2,704 bytes; what can be compressed may be longer. */
  @Test
  void aTextThatNoIndexHoldsIsAProblemOfItsField() {
    var random = new Random(1);
    var name = new StringBuilder();
    while (name.length() < 6_000) name.append((char) ('a' + random.nextInt(26)));

    assertThatThrownBy(() -> db.insert(TEAM, new Team(0, name.toString(), "x")))
        .isInstanceOfSatisfying(
            Invalid.class,
            it -> {
              assertThat(it.problems().getFirst().field()).isEqualTo("name");
              assertThat(it.problems().getFirst().code()).isEqualTo("too_long");
            });
    assertThat(db.from(TEAM).where(TEAM.name.eq(name.toString())).count()).isZero();
  }

  /** As a migration does while instances of before still run. */
  @Test
  void tablesThatChangeUnderTransactionsAreToldOnce() {
    db.tx(() -> db.get(TEAM, 1));
    run("ALTER TABLE team ALTER headquarters TYPE varchar");
    run("ALTER TABLE team ADD COLUMN motto varchar");
    run("ALTER TABLE team ALTER name TYPE varchar");

    assertThatThrownBy(() -> db.tx(() -> db.get(TEAM, 1))).isInstanceOf(TransactionConflict.class);
    assertThat(db.tx(() -> db.get(TEAM, 1)).name()).isEqualTo("Avengers");
  }

  /** Its message is in the server's language; other errors of that state are no such thing. */
  @Test
  void aStalePlanIsKnownInEveryLanguage() {
    var german = "gecachter Plan darf den Ergebnistyp nicht ändern";

    assertThat(PostgresErrors.isStale(unsupported(german, "RevalidateCachedQuery"))).isTrue();
    assertThat(PostgresErrors.isStale(unsupported("cached plan", "ATPrepAlterColumnType")))
        .isFalse();
  }

  private static PgException unsupported(String message, String routine) {
    return new PgException(
        message, "ERROR", "0A000", null, null, null, null, null, null, null, null, routine, null,
        null, null, null, null);
  }

  @Test
  void aValueThatIsNotThereIsToldByTheNameOfItsRule() {
    assertThatThrownBy(() -> run("INSERT INTO team (headquarters) VALUES ('x')"))
        .hasMessage("NOT NULL violated [name]");
  }

  /** What it says beside that may have values in it. */
  @Test
  void aHintOfTheServerIsPartOfTheMessage() {
    assertThatThrownBy(() -> run("SELECT nam FROM team"))
        .hasMessageContaining("\"nam\" does not exist, Perhaps you meant to reference the column");
  }

  /** Whoever is told that it is stored must find it. */
  @Test
  void whatATriggerKeepsOutIsNotSaidToBeStored() {
    run("CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
    run("CREATE TRIGGER skip BEFORE INSERT ON team FOR EACH ROW EXECUTE FUNCTION skip()");
    var kept = "Team was not stored: a trigger or a rule of its table has kept it out";
    var own = new Team(9, "Own", "x");

    assertThatThrownBy(() -> db.insert(TEAM, new Team(0, "X-Men", "x"))).hasMessage(kept);
    assertThatThrownBy(() -> db.insert(TEAM, own)).hasMessage(kept);
    assertThatThrownBy(() -> db.insertAll(TEAM, List.of(new Team(0, "A", "x")))).hasMessage(kept);
    assertThatThrownBy(() -> db.insertAll(TEAM, List.of(own))).hasMessage(kept);
    assertThatThrownBy(() -> db.upsert(TEAM, new Team(0, "B", "x"), TEAM.name)).hasMessage(kept);
    assertThat(db.from(TEAM).count()).isEqualTo(1);
  }

  /** A constraint that waits for the commit is one still. */
  @Test
  void whatTheCommitRefusesIsAConflict() {
    run("ALTER TABLE team ADD CONSTRAINT once UNIQUE (headquarters) DEFERRABLE INITIALLY DEFERRED");

    assertThatThrownBy(() ->
            db.tx(() -> db.insertAll(TEAM, List.of(new Team(0, "A", "x"), new Team(0, "B", "x")))))
        .isInstanceOf(Conflict.class);
    assertThat(db.from(TEAM).count()).isEqualTo(1);
    assertThat(db.insert(TEAM, new Team(0, "A", "x")).id()).isPositive();
  }

  /** The connection is well, nothing is stored, and no log has the value. */
  @Test
  void aValueThatDoesNotFitItsColumnIsAFaultOfOurs() {
    run("ALTER TABLE hero DROP CONSTRAINT \"hero.age.check\"");
    run("ALTER TABLE hero ALTER age TYPE date USING NULL");

    assertThatThrownBy(() -> db.insert(HERO, new Hero(0, "Ant", "hidden", 9_731, null)))
        .isInstanceOfSatisfying(
            DatabaseFault.class, it -> assertThat(it.kind()).isEqualTo(DatabaseFault.Kind.BROKEN))
        .hasMessageStartingWith("A value does not fit the type of its column (java.lang.Integer")
        .hasNoCause()
        .message()
        .doesNotContain("9731");
  }

  /** security.md L1: settings are listed at a start that fails, and by {@code config}. */
  @Test
  void thePasswordIsListedNowhere() {
    var config = config(Map.of("DATABASE_PASSWORD", "hunter2"));
    new PostgresOpener().target("postgresql://ann@localhost/x", config);

    assertThat(config.listing()).contains("DATABASE_PASSWORD").doesNotContain("hunter2");
  }

  @Test
  void aPasswordComesFromOnePlace() {
    var config = config(Map.of("DATABASE_PASSWORD", "a", "DATABASE_PASSWORD_FILE", "b"));

    assertThatThrownBy(() -> new PostgresOpener().target("postgresql://ann@localhost/x", config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both set");
  }
}
