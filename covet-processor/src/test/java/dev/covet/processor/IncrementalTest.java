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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P6: several runs of javac over one output folder, only the changed files given. */
final class IncrementalTest {
  private static final String HERO =
      """
      package heroes;
      /** A hero. */
      public record Hero(String name) {}
      """;

  private static final String TALL_HERO =
      """
      package heroes;
      /** A hero. */
      public record Hero(String name, @dev.covet.api.Default("180") int height) {}
      """;

  private static final String HERO_WITH_TEAM =
      """
      package heroes;
      /** Both. */
      public record HeroWithTeam(@dev.covet.api.Flatten Hero hero, String team) {}
      """;

  private static final String HEROES =
      """
      package heroes;
      import dev.covet.api.*;
      @Routes("/heroes")
      public final class Heroes {
        /** Takes a hero in. */
        @Post
        HeroWithTeam create(Hero hero) { return new HeroWithTeam(hero, "A"); }
      }
      """;

  private static final String TEAMS =
      """
      package heroes;
      import dev.covet.api.*;
      @Routes("/teams")
      public final class Teams {
        /** Names the first team. */
        @Get
        String first(Coach coach) { return "A, by " + coach.name(); }
      }
      """;

  private static final String COACH =
      """
      package heroes;
      @dev.covet.api.Provides
      public final class Coach {
        String name() { return "Bo"; }
      }
      """;

  private static final String SEEDING =
      """
      package heroes;
      public final class Seeding {
        @dev.covet.api.OnStart
        void seed(dev.covet.api.Mode mode) { throw new IllegalStateException("no seeds in " + mode); }
      }
      """;

  private static final String BUCKET =
      """
      package heroes;
      @dev.covet.api.Qualifier
      public @interface Bucket { String value(); }
      """;

  private static final String STORES =
      """
      package heroes;
      public final class Stores {
        @dev.covet.api.Provides
        static StringBuilder store(Bucket by) { return new StringBuilder(by.value()); }

        @dev.covet.api.Provides
        @Bucket("b")
        static StringBuffer fixed() { return new StringBuffer(); }
      }
      """;

  private static final String SHELVES =
      """
      package heroes;
      import dev.covet.api.*;
      @Routes("/shelves")
      public final class Shelves {
        /** Names the first shelf. */
        @Get
        String first(@Bucket("a") StringBuilder store) { return store.toString(); }
      }
      """;

  @TempDir Path folder;

  private List<Message> compile(String... sources) throws IOException {
    var units = List.of(sources).stream().map(IncrementalTest::unit).toList();
    return new Compilation(folder, Emitter::emit).compile(units);
  }

  private static Unit unit(String text) {
    var name = text.replaceAll("(?s).*?public (?:final class|record|@interface) (\\w+).*", "$1");
    return new Unit("heroes/" + name + ".java", text);
  }

  private App app(String... types) throws IOException, ClassNotFoundException {
    var url = new URL[] {folder.resolve("classes").toUri().toURL()};
    var loader = new URLClassLoader(url, IncrementalTest.class.getClassLoader());
    var app = Covet.app();
    for (var type : types) {
      app = app.add(loader.loadClass(type));
    }
    return app;
  }

  private Caller start(String... types) throws IOException, ClassNotFoundException {
    return new Caller(app(types).start(StartOptions.of(Mode.TEST)));
  }

  @Test
  void whatAPackageSaysStaysWhenAClassOfItAloneIsCompiledAgain()
      throws IOException, ClassNotFoundException {
    var saying = new Unit("heroes/package-info.java", "/** All <i>heroes</i>. */ package heroes;");
    var all = List.of(saying, unit(HERO), unit(HERO_WITH_TEAM), unit(HEROES));
    assertThat(new Compilation(folder, Emitter::emit).compile(all)).isEmpty();

    assertThat(compile(HEROES)).isEmpty();
    assertThat(document()).contains("\"description\":\"All *heroes*.\\n\\n");

    var other = new Unit("heroes/package-info.java", "/** Some heroes. */ package heroes;");
    assertThat(new Compilation(folder, Emitter::emit).compile(List.of(other))).isEmpty();
    assertThat(document()).contains("\"description\":\"Some heroes.\\n\\n");
  }

  private String document() throws IOException, ClassNotFoundException {
    try (var running = app("heroes.Heroes").start(StartOptions.of(Mode.TEST))) {
      return new String(running.openApi(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aCodecWrittenByHandStaysWhenItsRecordAloneIsCompiledAgain() throws IOException {
    var byHand =
        """
        package heroes;
        /** Written by hand. */
        public final class HeroCodec { public static final String BY_HAND = "yes"; }
        """;
    var hero = HERO.replace("public record", "@dev.covet.api.Model public record");
    compile(hero, byHand);
    var file = folder.resolve("classes/heroes/HeroCodec.class");
    var before = Files.readAllBytes(file);

    assertThat(compile(hero)).isEmpty();

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aChangedRecordStopsTheStartUntilWhatWasMadeFromItIsMadeAgain()
      throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, TEAMS, COACH)).isEmpty();

    assertThat(compile(TALL_HERO)).isEmpty();

    var stale = app("heroes.Heroes");
    assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll(
            "heroes.Hero has changed since", "heroes.HeroWithTeamCodec", "Rebuild");

    assertThat(compile(HERO_WITH_TEAM, HEROES)).isEmpty();
    try (var caller = start("heroes.Heroes", "heroes.Teams")) {
      assertThat(caller.post("/heroes", "{\"name\":\"Ant\"}").text())
          .isEqualTo("{\"name\":\"Ant\",\"height\":180,\"team\":\"A\"}");
    }
  }

  @Test
  void aChangedCommentIsNoChange() throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES)).isEmpty();

    assertThat(compile(HERO.replace("A hero.", "Somebody."))).isEmpty();

    try (var caller = start("heroes.Heroes")) {
      assertThat(caller.get("/openapi.json").text()).contains("Somebody.");
    }
  }

  @Test
  void whatIsNotCompiledAgainStaysAsItWas() throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, TEAMS, COACH)).isEmpty();
    var index = Files.readString(folder.resolve("sources/heroes/HeroesIndex.java"));

    assertThat(compile(TEAMS.replace("A, by ", "B, by "))).isEmpty();

    try (var caller = start("heroes.Heroes", "heroes.Teams")) {
      assertThat(caller.get("/teams").text()).isEqualTo("B, by Bo");
      assertThat(caller.get("/openapi.json").text())
          .contains("Takes a hero in.", "Names the first team.", "A hero.");
    }
    assertThat(folder.resolve("sources/heroes/HeroesIndex.java")).hasContent(index);
  }

  @Test
  void aDeletedRouteClassIsGoneAndItsLeftoverNamed() throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, TEAMS, COACH)).isEmpty();
    Files.delete(folder.resolve("classes/heroes/Teams.class"));

    var messages = compile(HEROES.replace("Takes a hero in.", "Welcomes a hero."));

    assertThat(messages)
        .extracting(Message::text)
        .satisfiesExactly(
            client -> assertThat(client).contains("heroes/TeamsClient.class", "heroes.Teams"),
            routes -> assertThat(routes).contains("heroes/TeamsRoutes.class", "heroes.Teams"));
    assertThat(Files.readString(folder.resolve("sources/heroes/HeroesIndex.java")))
        .doesNotContain("Teams");
    try (var caller = start("heroes.Heroes")) {
      assertThat(caller.get("/teams").status()).isEqualTo(404);
      assertThat(caller.get("/openapi.json").text()).contains("Welcomes a hero.");
    }
  }

  @Test
  void aClassThatHasNoRoutesAnyMoreIsNoRouteClass() throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, TEAMS, COACH)).isEmpty();

    var messages = compile("package heroes;\npublic final class Teams {}\n");

    assertThat(messages)
        .extracting(Message::text)
        .satisfiesExactly(
            client -> assertThat(client).contains("heroes/TeamsClient.class", "heroes.Teams"),
            routes -> assertThat(routes).contains("heroes/TeamsRoutes.class", "heroes.Teams"));
    var without = app("heroes.Teams");
    assertThatThrownBy(() -> without.start(StartOptions.of(Mode.TEST)))
        .hasMessageContaining("heroes.Teams");
  }

  @Test
  void hooksThatGoTakeTheirPartWithThem() throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, SEEDING)).isEmpty();
    var with = app("heroes.Heroes", "heroes.Seeding");
    assertThatThrownBy(() -> with.start(StartOptions.of(Mode.TEST)))
        .hasMessageContaining("no seeds in TEST");

    var messages = compile(SEEDING.replace("@dev.covet.api.OnStart", ""));

    assertThat(messages)
        .singleElement()
        .extracting(Message::text)
        .asString()
        .contains("heroes/SeedingPart.class", "heroes.Seeding");
    var without = app("heroes.Heroes", "heroes.Seeding");
    assertThatThrownBy(() -> without.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("heroes.Seeding has nothing to add");
  }

  @Test
  void hooksStayWhenTheRoutesOfTheirClassGo() throws IOException, ClassNotFoundException {
    var both = SEEDING.replace("public", "@dev.covet.api.Routes public");
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, both)).isEmpty();

    assertThat(compile(SEEDING))
        .extracting(Message::text)
        .satisfiesExactly(
            client -> assertThat(client).contains("heroes/SeedingClient.class", "heroes.Seeding"),
            routes -> assertThat(routes).contains("heroes/SeedingRoutes.class", "heroes.Seeding"));

    var failing = app("heroes.Seeding");
    assertThatThrownBy(() -> failing.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("no seeds in TEST");
  }

  @Test
  void whatAServiceReadsIsDocumentedWithoutItsSource() throws IOException, ClassNotFoundException {
    var coach =
        """
        package heroes;
        @dev.covet.api.Provides(dev.covet.api.Lifetime.REQUEST)
        public final class Coach {
          private final String name;
          Coach(@dev.covet.api.Header String coachName) { name = coachName; }
          String name() { return name; }
        }
        """;
    assertThat(compile(TEAMS, coach)).isEmpty();

    assertThat(compile(TEAMS)).isEmpty();

    try (var caller = start("heroes.Teams")) {
      assertThat(caller.get("/teams", "Coach-Name", "Al").text()).isEqualTo("A, by Al");
      assertThat(caller.get("/openapi.json").text()).contains("\"name\":\"Coach-Name\"");
    }
  }

  @Test
  void aProviderThatHasChangedIsMissedByRoutesThatWereNotCompiledAgain()
      throws IOException, ClassNotFoundException {
    assertThat(compile(HERO, HERO_WITH_TEAM, HEROES, TEAMS, COACH)).isEmpty();

    assertThat(compile(COACH.replace("Provides\n", "Provides(dev.covet.api.Lifetime.REQUEST)\n")))
        .isEmpty();

    var stale = app("heroes.Teams");
    assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
        .hasMessageContainingAll(
            "heroes.Coach has changed since heroes.TeamsClient, heroes.TeamsRoutes were generated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@dev.covet.api.Qualifier public @interface Bucket { String value(); int n() default 1; }",
        "@dev.covet.api.Qualifier public @interface Bucket { String value() default \"a\"; }",
        "@dev.covet.api.Qualifier public @interface Bucket {}"
      })
  void aQualifierThatHasChangedIsMissedByWhateverAsksOrGivesByIt(String changed)
      throws IOException, ClassNotFoundException {
    assertThat(compile(BUCKET, STORES, SHELVES)).isEmpty();
    assertThat(compile(SHELVES)).isEmpty();

    var _ = compile("package heroes;\n" + changed);

    var stale = app("heroes.Shelves");
    assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll(
            "heroes.Bucket has changed since", "heroes.ShelvesRoutes", "heroes.StoresProviders");
  }

  @Test
  void aQualifierThatHasChangedIsFineOnceAllIsMadeAgain()
      throws IOException, ClassNotFoundException {
    assertThat(compile(BUCKET, STORES, SHELVES)).isEmpty();
    assertThat(compile(BUCKET.replace("; }", "; boolean fast() default false; }"))).isEmpty();
    assertThat(compile(STORES, SHELVES)).isEmpty();

    try (var caller = start("heroes.Shelves")) {
      assertThat(caller.get("/shelves").text()).isEqualTo("a");
    }
  }

  @Test
  void anAnnotationThatIsNoQualifierAnyMoreIsMissed() throws IOException, ClassNotFoundException {
    var stores = STORES.replaceFirst("@dev.covet.api.Provides\\s+static StringBuilder.*", "");
    var shelves = SHELVES.replace("(\"a\") StringBuilder", "(\"b\") StringBuffer");
    assertThat(compile(BUCKET, stores, shelves)).isEmpty();

    var _ = compile(BUCKET.replace("@dev.covet.api.Qualifier", ""));

    var stale = app("heroes.Shelves");
    assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("heroes.Bucket has changed since");
  }
}
