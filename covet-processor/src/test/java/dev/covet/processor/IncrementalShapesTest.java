package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P6: generic records and given codecs, where only the changed files are compiled. */
final class IncrementalShapesTest {
  private static final Unit BOX =
      unit("Box", "public record Box<T>(T value, @dev.covet.api.Default(\"1\") int count) {}");

  private static final Unit HERO = unit("Hero", "public record Hero(String name, Money money) {}");

  private static final Unit MONEY =
      unit(
          "Money",
          "public final class Money { @Override public String toString() { return \"1\"; } }");

  private static final Unit WIRING =
      unit(
          "Wiring",
          """
          import dev.covet.base.json.Codec;

          public final class Wiring {
            @dev.covet.api.Provides
            static Codec<Money> money() {
              return Codec.ofText(text -> new Money(), Money::toString);
            }
          }
          """);

  private static final Unit HEROES =
      unit(
          "Heroes",
          """
          import dev.covet.api.*;

          @Routes("/heroes")
          public final class Heroes {
            @Post
            Box<Hero> post(Box<Hero> box) {
              return box;
            }
          }
          """);

  @TempDir Path folder;

  private static Unit unit(String name, String text) {
    return new Unit("heroes/" + name + ".java", "package heroes;\n" + text);
  }

  private List<Message> compile(Unit... sources) throws IOException {
    return new Compilation(folder, Emitter::emit).compile(List.of(sources));
  }

  private App app() throws IOException, ClassNotFoundException {
    var url = new URL[] {folder.resolve("classes").toUri().toURL()};
    var loader = new URLClassLoader(url, IncrementalShapesTest.class.getClassLoader());
    return Covet.app().add(loader.loadClass("heroes.Heroes"));
  }

  private String posted() throws IOException, ClassNotFoundException {
    try (var caller = new Caller(app().start(StartOptions.of(Mode.TEST)))) {
      return caller.post("/heroes", "{\"value\":{\"name\":\"Ann\",\"money\":\"5\"}}").text();
    }
  }

  @Test
  void whatIsMadeOfSeveralFilesIsThereWhicheverOfThemIsCompiledAgain()
      throws IOException, ClassNotFoundException {
    assertThat(compile(BOX, HERO, MONEY, WIRING, HEROES)).isEmpty();

    for (var each : List.of(HEROES, HERO, BOX, WIRING, MONEY)) {
      assertThat(compile(each)).isEmpty();
      assertThat(posted()).isEqualTo("{\"value\":{\"name\":\"Ann\",\"money\":\"1\"},\"count\":1}");
    }
  }

  @Test
  void aChangedGenericRecordStopsTheStartUntilItsUsesAreCompiledAgain()
      throws IOException, ClassNotFoundException {
    assertThat(compile(BOX, HERO, MONEY, WIRING, HEROES)).isEmpty();
    var other = unit("Box", "public record Box<T>(T value) {}");

    assertThat(compile(other)).isEmpty();
    var stale = app();
    assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll("heroes.Box has changed since", "heroes.BoxOfHeroCodec");

    assertThat(compile(other, HEROES)).isEmpty();
    assertThat(posted()).isEqualTo("{\"value\":{\"name\":\"Ann\",\"money\":\"1\"}}");
  }
}
