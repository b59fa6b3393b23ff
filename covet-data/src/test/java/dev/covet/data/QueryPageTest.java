package dev.covet.data;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.QueryRows.Part;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * S2.db.sql: every operator and clause of docs/queries.md becomes the SQL that it shows, which both
 * databases run. {@code -Dexpected.update=true} writes the page.
 */
class QueryPageTest {
  private static final Path PAGE = Path.of("../docs/queries.md");

  @Test
  void everyRowOfThePageIsSo() throws IOException {
    for (var part : Part.values()) {
      var rows = rows(part);
      var table = table(part);
      if (Boolean.getBoolean("expected.update")) {
        update(table, rows);
      }
      var shown = table.matcher(Files.readString(PAGE));
      assertThat(shown.find()).isTrue();
      assertThat(List.of(shown.group(2).split("\n"))).isEqualTo(rows);
    }
  }

  private static void update(Pattern table, List<String> rows) throws IOException {
    var lines = "$1" + Matcher.quoteReplacement(String.join("\n", rows)) + "\n";
    Files.writeString(PAGE, table.matcher(Files.readString(PAGE)).replaceFirst(lines));
  }

  /** The lines behind the head of the table below a comment with the name of the part. */
  private static Pattern table(Part part) {
    var name = part.name().toLowerCase(Locale.ROOT);
    return Pattern.compile(
        "(<!-- queries: " + name + " -->\\n\\|[^\\n]*\\n\\|[-|]*\\n)((?:\\|[^\\n]*\\n)*)");
  }

  private static List<String> rows(Part part) throws IOException {
    try (var sqlite = filled(Databases.SQLITE);
        var postgres = filled(Databases.POSTGRESQL)) {
      return QueryPage.table(sqlite, postgres, part);
    }
  }

  private static Driver filled(Databases database) {
    var driver = database.open(DatabaseLimits.STANDARD, _ -> {});
    driver.create(List.of(TEAM, HERO));
    new Session(driver).insert(TEAM, new Team(0, "Avengers", "New York"));
    return driver;
  }
}
