package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.LikeTeams;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.table.IndexSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of indexes over several columns when their record says otherwise. */
class IndexRulesTest {
  private static final IndexSpec PLACE = IndexSpec.of(TEAM.headquarters, TEAM.name);
  private static final IndexSpec UNIQUE = IndexSpec.unique(TEAM.headquarters, TEAM.name);

  @TempDir private Path folder;
  @AutoClose private SqliteLink link;

  /** The table of teams with other indexes. */
  private record Indexing(List<IndexSpec> indexes) implements LikeTeams {}

  @BeforeEach
  void aDatabaseIsThere() {
    link = SqliteFile.at(folder.resolve("a.db")).openWriter(_ -> {}, DatabaseLimits.STANDARD);
    Definitions.of(new Indexing(List.of(PLACE))).forEach(link::run);
  }

  private List<Difference> differences(IndexSpec... asked) {
    var table = new Indexing(List.of(asked));
    return ColumnRules.of(link, table, Set.of("id", "name", "headquarters")).differences();
  }

  /** As a start in development does. */
  private List<String> start(IndexSpec... asked) {
    var table = new Indexing(List.of(asked));
    var refused = new Additions(link).to(List.of(table)).refused();
    if (refused.isEmpty()) Definitions.ofTableThatIsThere(table).forEach(link::run);
    return refused;
  }

  @Test
  void whatIsAsItWasMadeIsNotDifferent() {
    assertThat(differences(PLACE)).isEmpty();
    assertThat(link.indexes("team")).containsKey("team(headquarters,name)");
  }

  @Test
  void oneBecomesUniqueAndAgainNot() {
    assertThat(differences(UNIQUE))
        .extracting(Difference::asked)
        .containsExactly("UNIQUE (headquarters, name)");
    assertThat(start(UNIQUE)).isEmpty();
    assertThat(differences(UNIQUE)).isEmpty();

    assertThat(differences()).extracting(Difference::asked).containsExactly("none");
    assertThat(start(PLACE)).isEmpty();
    assertThat(link.indexes("team").get("team(headquarters,name)")).startsWith("CREATE INDEX");
  }

  @Test
  void rowsThatAreThereTwiceForbidIt() {
    var both = IndexSpec.unique(TEAM.headquarters, TEAM.headquarters);
    link.run("INSERT INTO team (name, headquarters) VALUES ('a', 'x'), ('b', 'x')");

    assertThat(start(both))
        .singleElement()
        .asString()
        .contains("SELECT headquarters, headquarters");
  }

  @Test
  void oneOfASingleColumnIsNotThatOfTheColumn() {
    var partial = IndexSpec.unique(TEAM.headquarters).whereNull(TEAM.name);
    assertThat(start(IndexSpec.unique(TEAM.headquarters), partial)).isEmpty();

    assertThat(differences(IndexSpec.unique(TEAM.headquarters), partial)).isEmpty();
    assertThat(link.indexes("team").keySet())
        .contains("team.name", "team(headquarters)", "team(headquarters) name");
  }

  @Test
  void indexesOfOthersStay() {
    link.run("CREATE UNIQUE INDEX mine ON team (headquarters, name)");

    assertThat(start()).isEmpty();
    assertThat(link.indexes("team")).containsKey("mine");
  }
}
