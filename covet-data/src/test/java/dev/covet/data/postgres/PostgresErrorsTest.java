package dev.covet.data.postgres;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
