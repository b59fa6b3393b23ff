package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards of other projects, and of files that were compiled in an earlier run. */
final class GuardsApartTest {
  private static final String ALLOW =
      """
      package doors;
      @dev.covet.api.Guard(AllowGuard.class)
      public @interface Allow { String[] value(); }
      """;

  private static final String LOCKED =
      """
      package doors;
      @dev.covet.api.Guard(Lock.class)
      public @interface Locked {}
      """;

  private static final String ALLOW_GUARD =
      """
      package doors;
      import dev.covet.api.*;
      public final class AllowGuard {
        void check(Allow allow, @Header String role) throws Forbidden {
          if (!java.util.List.of(allow.value()).contains(role)) throw new Forbidden("no");
        }
      }
      """;

  private static final String LOCK =
      """
      package doors;
      import dev.covet.api.*;
      public final class Lock {
        void check(Locked locked, @Query int key) throws Forbidden {
          if (key != 7) throw new Forbidden(locked.annotationType().getSimpleName());
        }
      }
      """;

  private static final String PLAIN =
      """
      package doors;
      import dev.covet.api.*;
      @Guard
      public final class Plain {
        public void check(@Header String word) throws Unauthorized {
          if (!word.equals("sesame")) throw new Unauthorized("no");
        }
      }
      """;

  private static final String HALL =
      """
      package hall;
      import dev.covet.api.*;
      import doors.*;
      @Routes("/hall")
      @Allow({"a", "b"})
      public final class Hall {
        /** Enters. */
        @Get
        String enter() { return "in"; }

        /** Opens. */
        @Get("/box")
        @Locked
        @Guard(Plain.class)
        String open() { return "open"; }
      }
      """;

  private static final List<String> DOORS = List.of(ALLOW, LOCKED, ALLOW_GUARD, LOCK, PLAIN);

  @TempDir Path folder;

  private static Unit unit(String text) {
    var packageName = text.replaceAll("(?s)package (\\w+);.*", "$1");
    var name = text.replaceAll("(?s).*?public (?:final class|@interface) (\\w+).*", "$1");
    return new Unit(packageName + "/" + name + ".java", text);
  }

  private static List<Message> compile(Compilation compilation, List<String> sources)
      throws IOException {
    return compilation.compile(sources.stream().map(GuardsApartTest::unit).toList());
  }

  private static Class<?> load(String name, Path... folders) throws Exception {
    var urls = new ArrayList<URL>();
    for (var each : folders) urls.add(each.toUri().toURL());
    var loader =
        new URLClassLoader(urls.toArray(URL[]::new), GuardsApartTest.class.getClassLoader());
    return loader.loadClass(name);
  }

  private static void assertGuarded(Class<?> hall) throws Exception {
    var plain = hall.getClassLoader().loadClass("doors.Plain");
    var app = Covet.app().add(hall).add(Router.at("/r").guard(plain).add(hall));
    try (var caller = new Caller(app.start(StartOptions.of(Mode.TEST)))) {
      assertThat(caller.get("/hall").status()).isEqualTo(422);
      assertThat(caller.get("/hall", "Role", "c").status()).isEqualTo(403);
      assertThat(caller.get("/hall", "Role", "b").text()).isEqualTo("in");
      assertThat(caller.get("/hall/box?key=1", "Role", "b").text()).contains("Locked");
      assertThat(caller.get("/hall/box?key=7", "Role", "b").status()).isEqualTo(422);
      assertThat(caller.get("/hall/box?key=7", "Role", "b", "Word", "sesame").text())
          .isEqualTo("open");
      assertThat(caller.get("/r/hall", "Role", "b", "Word", "x").status()).isEqualTo(401);
      assertThat(caller.get("/r/hall", "Role", "b", "Word", "sesame").text()).isEqualTo("in");
    }
  }

  @Test
  void guardsOfAnotherProjectRun() throws Exception {
    var doors = new Compilation(folder.resolve("doors"), Emitter::emit);
    assertThat(compile(doors, DOORS)).isEmpty();
    var hall = new Compilation(folder.resolve("hall"), Emitter::emit, doors.classes());
    assertThat(compile(hall, List.of(HALL))).isEmpty();

    assertGuarded(load("hall.Hall", doors.classes(), hall.classes()));
  }

  /** The guard does not say that it is one; what names it is not compiled again. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void afterOneFileIsCompiledAgainAllIsAsBefore(int again) throws Exception {
    var all = Stream.concat(DOORS.stream(), Stream.of(HALL)).toList();
    var compilation = new Compilation(folder, Emitter::emit);
    assertThat(compile(compilation, all)).isEmpty();

    assertThat(compile(compilation, List.of(all.get(again)))).isEmpty();

    assertGuarded(load("hall.Hall", compilation.classes()));
  }

  /** A class that was a guard may become anything else, if nobody names it any more. */
  @Test
  void aClassThatWasAGuardMayBecomeAnother() throws IOException {
    var all = Stream.concat(DOORS.stream(), Stream.of(HALL)).toList();
    var compilation = new Compilation(folder, Emitter::emit);
    assertThat(compile(compilation, all)).isEmpty();
    var free = HALL.replace("@Locked", "");
    var open = LOCKED.replace("@dev.covet.api.Guard(Lock.class)", "");
    var other =
        LOCK.replace("void check", "int other() { return 1; } void check").replace("@Query ", "");

    assertThat(compile(compilation, List.of(free, open, other)))
        .noneMatch(message -> message.text().contains("COV-"));
  }
}
