package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Lifetime;
import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Provider;
import dev.covet.data.driver.DatabaseLimits;
import golden.heroes.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A repository of one of several databases is over the session that has the same qualifier. */
class RepositoryProviderTest {
  private static final Key TEAMS =
      Key.of("dev.covet.data.Repository<golden.heroes.Team,java.lang.Long>");
  private static final String REPORTS = "@heroes.Reports";

  private final StartFaults faults = new StartFaults();
  private final Container.Builder container =
      Container.of(Config.of(Mode.TEST, faults, new Source[0]), faults);

  @Test
  void aQualifierChoosesTheSession() {
    try (var driver = Databases.SQLITE.open(DatabaseLimits.STANDARD, _ -> {})) {
      driver.create(List.of(TEAM));
      var session = Key.of(Session.class).qualified(REPORTS);
      container.provide(Provider.of(session, Lifetime.REQUEST, _ -> (_, _) -> new Session(driver)));

      var added = add(TEAMS.qualified(REPORTS));

      assertThat(new Session(driver).get(TEAM, 1)).isEqualTo(added);
    }
  }

  private Team add(Key key) {
    try (var built = container.build()) {
      var slot = built.wiring("Heroes.create").slotOrElse(new RepositoryProvider<>(key, TEAM));
      built.start();
      try (var scope = built.open()) {
        return slot.get(scope).insert(new Team(0, "Avengers", "x"));
      }
    }
  }

  @Test
  void whatSomebodyElseProvidesGoesBefore() {
    var rows = Repository.inMemory(TEAM);
    container.provide(Provider.of(TEAMS, Lifetime.APP, _ -> (_, _) -> rows));

    assertThat(rows.find(1L)).isEmpty();
    var added = add(TEAMS);
    assertThat(rows.get(1L)).isEqualTo(added);
  }
}
