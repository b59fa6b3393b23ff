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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P6, S2.err.registry: a project uses what another one has brought in a jar. */
final class TwoProjectsTest {
  private static final String HERO =
      """
      package base;
      import jakarta.validation.constraints.NotBlank;
      /** A hero. */
      @dev.covet.api.Model
      public record Hero(@NotBlank String name, Power power) {}
      """;

  private static final String POWER =
      "package base;\n/** What he can. */\npublic enum Power { FLY, SWIM }\n";

  private static final String STORE =
      """
      package base;
      import java.util.*;
      @dev.covet.api.Provides
      public final class Store {
        private final Settings settings;
        private final List<Hero> heroes = new ArrayList<>();
        Store(Settings settings) { this.settings = settings; }
        public Hero add(Hero hero) {
          if (heroes.size() == settings.heroesMax()) throw new TeamFull();
          heroes.add(hero);
          return hero;
        }
      }
      """;

  private static final String SETTINGS =
      """
      package base;
      @dev.covet.api.Settings
      public record Settings(@dev.covet.api.Default("1") int heroesMax) {}
      """;

  private static final String TEAM_FULL =
      """
      package base;
      /** There is no free place. */
      @dev.covet.api.Status(409)
      public final class TeamFull extends dev.covet.api.ApiError {
        private static final long serialVersionUID = 1;
        public TeamFull() { super("The team is full"); }
      }
      """;

  private static final String VISIT =
      """
      package base;
      import dev.covet.api.*;
      public final class Visit {
        private final String visitor;
        public Visit(String visitor) { this.visitor = visitor; }
        public String visitor() { return visitor; }

        @Provides(Lifetime.REQUEST)
        static Visit visit(@Header String xVisitor) throws Forbidden {
          if (xVisitor.equals("villain")) throw new Forbidden("no");
          return new Visit(xVisitor);
        }
      }
      """;

  private static final String GUARD =
      """
      package base;
      import dev.covet.web.http.*;
      public final class Bouncer implements Middleware {
        @Override public Response handle(Request request, Handler next) {
          if (request.header("X-Closed").isPresent()) throw new TeamFull();
          return next.handle(request);
        }
        @Override public Answers answers() { return Answers.of(TeamFull.class); }
      }
      """;

  private static final String PRIZE =
      """
      package base;
      @dev.covet.api.Table
      public record Prize(@dev.covet.api.Id long id, String name) {}
      """;

  private static final String CUPS =
      """
      package base;
      import dev.covet.data.Repository;
      public final class Cups {
        @dev.covet.api.Provides
        static Repository<Prize, Long> cups() { return Repository.inMemory(PrizeTable.PRIZE); }
      }
      """;

  private static final String HEROES =
      """
      package app;
      import base.*;
      import dev.covet.api.*;
      @Routes("/heroes")
      public final class Heroes {
        /** Takes a hero in. */
        @Post
        @Status(201)
        Entry create(Hero hero, Store store) throws TeamFull { return new Entry(store.add(hero), 1); }

        @Post("/prizes")
        Prize award(Prize prize) { return prize; }

        @Get("/visit")
        @Use(Bouncer.class)
        String visit(Visit visit) { return visit.visitor(); }
      }
      """;

  private static final String ENTRY =
      """
      package app;
      import base.Hero;
      public record Entry(Hero hero, int number) {}
      """;

  @TempDir Path folder;

  @BeforeEach
  void compileBoth() throws IOException {
    assertThat(base("base", HERO)).isEmpty();
    assertThat(app()).isEmpty();
  }

  /** Compiles the base from clean, and packs it. */
  private List<Message> base(String at, String hero) throws IOException {
    return base(at, hero, text -> text);
  }

  private List<Message> base(String at, String hero, UnaryOperator<String> edit)
      throws IOException {
    var compilation = new Compilation(folder.resolve(at), Emitter::emit);
    var messages =
        compilation.compile(
            Stream.of(hero, POWER, STORE, SETTINGS, TEAM_FULL, VISIT, GUARD, PRIZE, CUPS)
                .map(edit)
                .map(TwoProjectsTest::unit)
                .toList());
    try (var jar = new JarOutputStream(Files.newOutputStream(jar()));
        var files = Files.walk(compilation.classes())) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var name = compilation.classes().relativize(file).toString().replace('\\', '/');
        jar.putNextEntry(new JarEntry(name));
        Files.copy(file, jar);
      }
    }
    return messages;
  }

  private List<Message> app(String... more) throws IOException {
    var sources = new ArrayList<>(List.of(HEROES, ENTRY));
    sources.addAll(List.of(more));
    return new Compilation(folder.resolve("app"), Emitter::emit, jar())
        .compile(sources.stream().map(TwoProjectsTest::unit).toList());
  }

  private Path jar() {
    return folder.resolve("base.jar");
  }

  private static Unit unit(String text) {
    var packageName = text.replaceAll("(?s)package (\\w+);.*", "$1");
    var name = text.replaceAll("(?s).*?public (?:final class|record|enum) (\\w+).*", "$1");
    return new Unit(packageName + "/" + name + ".java", text);
  }

  private App described() throws IOException, ClassNotFoundException {
    return described("app.Heroes");
  }

  private App described(String routes) throws IOException, ClassNotFoundException {
    var url = new URL[] {folder.resolve("app/classes").toUri().toURL(), jar().toUri().toURL()};
    var loader = new URLClassLoader(url, TwoProjectsTest.class.getClassLoader());
    return Covet.app().add(loader.loadClass(routes));
  }

  private Caller start() throws IOException, ClassNotFoundException {
    return new Caller(described().start(StartOptions.of(Mode.TEST)));
  }

  @Test
  void recordsServicesSettingsAndErrorsOfAnotherJarAreUsedAsOnesOwn() throws Exception {
    try (var caller = start()) {
      assertThat(caller.post("/heroes", "{\"name\":\"\",\"power\":\"RUN\"}").text())
          .contains("\"code\":\"blank\"", "FLY, SWIM");
      assertThat(caller.post("/heroes", "{\"name\":\"Ant\",\"power\":\"FLY\"}").text())
          .isEqualTo("{\"hero\":{\"name\":\"Ant\",\"power\":\"FLY\"},\"number\":1}");
      var full = caller.post("/heroes", "{\"name\":\"Wasp\",\"power\":\"FLY\"}");
      assertThat(full.status()).isEqualTo(409);
      assertThat(full.text()).contains("\"code\":\"TEAM_FULL\"");
    }
  }

  @Test
  void servicesThatReadTheRequestAndMiddlewareOfAnotherJarAreDocumented() throws Exception {
    try (var caller = start()) {
      assertThat(caller.get("/heroes/visit", "X-Visitor", "Ann").text()).isEqualTo("Ann");
      assertThat(caller.get("/heroes/visit").text()).contains("\"code\":\"missing\"");
      assertThat(caller.get("/heroes/visit", "X-Visitor", "villain").status()).isEqualTo(403);
      assertThat(caller.get("/heroes/visit", "X-Closed", "yes").status()).isEqualTo(409);
      var visit =
          caller.app().operations().stream()
              .filter(each -> each.path().equals("/heroes/visit"))
              .findFirst()
              .orElseThrow();
      assertThat(visit.parameters()).extracting("name").containsExactly("X-Visitor");
      assertThat(visit.responses()).extracting("status").containsExactly(200, 403, 409, 422);
      assertThat(caller.get("/openapi.json").text())
          .contains("`TEAM_FULL`: There is no free place.", "A hero.", "What he can.");
    }
  }

  @Test
  void tablesOfAnotherJarAreTablesOfTheApp() throws Exception {
    var tables = new ArrayList<Object>();
    var app = described().install(setup -> tables.addAll(setup.tables()));
    try (var _ = app.start(StartOptions.of(Mode.TEST))) {
      assertThat(tables)
          .singleElement()
          .extracting(table -> table.getClass().getName())
          .isEqualTo("base.PrizeTable");
    }
  }

  @Test
  void aTableOfAnotherJarHasARepositoryWhichThatJarMayProvide() throws Exception {
    var prizes =
        """
        package app;
        import base.*;
        import dev.covet.api.*;
        import dev.covet.data.Repository;
        @Routes("/prizes")
        public final class Prizes {
          @Post
          Prize add(Prize prize, Repository<Prize, Long> prizes) { return prizes.insert(prize); }
        }
        """;
    assertThat(app(prizes)).isEmpty();
    try (var caller = new Caller(described("app.Prizes").start(StartOptions.of(Mode.TEST)))) {
      assertThat(caller.post("/prizes", "{\"name\":\"cup\"}").text())
          .isEqualTo("{\"id\":1,\"name\":\"cup\"}");
    }

    UnaryOperator<String> smaller =
        text -> text.replace("long id", "int id").replace("Long>", "Integer>");
    assertThat(base("changed", HERO, smaller)).isEmpty();
    assertThatThrownBy(() -> described("app.Prizes").start(StartOptions.of(Mode.TEST)))
        .hasMessageContaining("base.Prize has changed since the code of app was generated");
    assertThat(app(prizes).toString()).contains("Write Repository<Prize, Integer>");
  }

  @Test
  void aRecordThatHasChangedInItsJarIsToldAtStart() throws Exception {
    assertThat(base("changed", HERO.replace("Power power", "Power power, int age"))).isEmpty();

    var stale = described();
    assertThatThrownBy(() -> stale.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "base.Hero has changed since the code of app was generated. Rebuild that project");

    assertThat(app()).isEmpty();
    try (var caller = start()) {
      assertThat(caller.post("/heroes", "{\"name\":\"Ant\",\"power\":\"FLY\",\"age\":3}").text())
          .contains("\"age\":3");
    }
  }

  @Test
  void aCommentThatHasChangedInItsJarIsNoChange() throws Exception {
    assertThat(base("changed", HERO.replace("A hero.", "Somebody."))).isEmpty();

    try (var caller = start()) {
      assertThat(caller.get("/openapi.json").text()).contains("Somebody.");
    }
  }

  @Test
  void aServiceOfOnesOwnGoesBeforeThatOfAnotherJar() throws Exception {
    var own =
        """
        package app;
        public final class Own {
          @dev.covet.api.Provides
          static base.Visit visit() { return new base.Visit("own"); }
        }
        """;
    assertThat(app(own)).isEmpty();

    try (var caller = start()) {
      assertThat(caller.get("/heroes/visit").text()).isEqualTo("own");
    }
  }
}
