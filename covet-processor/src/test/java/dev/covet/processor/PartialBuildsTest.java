package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P6: what a run of javac over a part of the sources finds of those before it. */
final class PartialBuildsTest {
  private static final String AGENT =
      """
      package heroes;
      @dev.covet.api.Header
      public record Agent(@dev.covet.api.Header("X-A") String name) {}
      """;

  private static final String TEAMS =
      """
      package heroes;
      @dev.covet.api.Routes("/teams")
      public final class Teams {
        @dev.covet.api.Get
        String first(Agent agent) { return "A, by " + agent.name(); }
      }
      """;

  @TempDir Path folder;

  private List<Message> compile(String... sources) throws IOException {
    var units = Stream.of(sources).map(PartialBuildsTest::unit).toList();
    return new Compilation(folder, Emitter::emit).compile(units);
  }

  private static Unit unit(String text) {
    var name = text.replaceAll("(?s).*?public (?:final class|record) (\\w+).*", "$1");
    return new Unit("heroes/" + name + ".java", text);
  }

  @Test
  void aHeaderThatIsCalledOtherwiseIsMissedByRoutesThatWereNotCompiledAgain()
      throws IOException, ClassNotFoundException {
    assertThat(compile(TEAMS, AGENT)).isEmpty();

    assertThat(compile(AGENT.replace("X-A", "X-B"))).isEmpty();

    try (var loader = new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()})) {
      var stale = Covet.app().add(loader.loadClass("heroes.Teams"));
      assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
          .hasMessageContaining(
              "heroes.Agent has changed since heroes.TeamsClient, heroes.TeamsRoutes were generated");
    }
  }

  @Test
  void whatIsWrittenIsTheSameWhetherErrorsAreCompiledNowOrWereEarlier() throws IOException {
    var error =
        """
        package heroes;
        @dev.covet.api.Status(409)
        public final class NAME extends dev.covet.api.ApiError {
          private static final long serialVersionUID = 1;
          public NAME() { super("No"); }
        }
        """;
    var first = error.replace("NAME", "Aa");
    var second = error.replace("NAME", "Bb").replace("409", "404");
    var teams =
        TEAMS.replace("String first(Agent agent)", "String first(Agent agent) throws Aa, Bb");
    var routes = folder.resolve("sources/heroes/TeamsRoutes.java");
    assertThat(compile(teams, AGENT, first, second)).isEmpty();
    var whole = Files.readString(routes);

    assertThat(compile(teams)).isEmpty();

    assertThat(Files.readString(routes)).isEqualTo(whole);
  }

  @Test
  void aLineThatAnotherVersionHasLeftIsNamedOnceAndLeftOut() throws IOException {
    assertThat(compile(TEAMS, AGENT)).isEmpty();
    var ledger = folder.resolve("classes/META-INF/covet/generated");
    Files.writeString(ledger, Files.readString(ledger) + "<<<<<<< main\nWEB_SOCKET a/B\n");

    assertThat(compile(TEAMS))
        .extracting(Message::text)
        .hasSize(2)
        .allMatch(each -> each.contains("has a line that this version of Covet did not write"));

    assertThat(compile(TEAMS)).isEmpty();
  }
}
