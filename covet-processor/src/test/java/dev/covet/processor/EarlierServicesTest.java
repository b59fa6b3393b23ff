package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services whose classes were compiled in an earlier run of javac into the same folder. */
final class EarlierServicesTest {
  private static final Unit TEAMS =
      new Unit(
          "heroes/Teams.java",
          """
          package heroes;
          import dev.covet.api.*;
          @Routes("/teams")
          public final class Teams {
            /** Names the first team. */
            @Get
            String first(Coach coach) { return "A, by " + coach; }
          }
          """);

  private static final Unit COACH =
      new Unit("heroes/Coach.java", "package heroes; public final class Coach {}");

  private static final Unit WIRING =
      new Unit(
          "heroes/Wiring.java",
          """
          package heroes;
          public final class Wiring {
            @dev.covet.api.Provides
            static Coach coach() { return new Coach(); }
          }
          """);

  @TempDir Path folder;

  private static List<Message> compile(Path to, Unit... units) throws IOException {
    return new Compilation(to, Emitter::emit).compile(List.of(units));
  }

  @Test
  void oneThatNobodyProvidesIsFoundAsIfAllWereCompiledAtOnce(@TempDir Path other)
      throws IOException {
    assertThat(compile(folder, COACH)).isEmpty();

    var found = compile(folder, TEAMS);

    assertThat(found)
        .singleElement()
        .extracting(Message::text)
        .asString()
        .startsWith("[COV-122] \"coach\" is a service, and nobody provides Coach.");
    assertThat(found).isEqualTo(compile(other, COACH, TEAMS));
  }

  @Test
  void sqlThatAnotherRunHasWrittenIsFine() throws IOException {
    var coaches =
        new Unit(
            "heroes/Coach.java",
            "package heroes; interface Coach { @dev.covet.api.Sql(\"select 1\") int one(); }");

    assertThat(compile(folder, coaches)).isEmpty();

    assertThat(compile(folder, TEAMS)).isEmpty();
  }

  @Test
  void oneThatAnotherRunProvidesIsFine() throws IOException {
    assertThat(compile(folder, COACH)).isEmpty();
    assertThat(compile(folder, WIRING)).isEmpty();

    assertThat(compile(folder, TEAMS)).isEmpty();
  }
}
