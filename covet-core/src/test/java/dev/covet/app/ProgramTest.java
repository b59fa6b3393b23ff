package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.gen.AddedPart;
import dev.covet.gen.Index;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import golden.roster.RosterApp;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S0.run.proc, S0.run.parts: an app as a process of its own, as whoever starts it sees it. */
@Order(1) // it takes long
@Timeout(300)
class ProgramTest extends Processes {
  @Test
  void itSaysWhereItsDocumentsAreAndStopsInOrder() throws Exception {
    var process = start(Map.of("COVET_MODE", "development"), "--port", "0");
    try (BufferedReader lines = process.inputReader()) {
      var docs = lines.readLine();
      assertThat(docs).matches("http://127\\.0\\.0\\.1:[0-9]+/docs");
      assertThat(lines.readLine())
          .startsWith(
              "Running in development mode. Each request has a virtual thread of its own, so"
                  + " handlers may block. Sockets: ");
      assertThat(get(docs)).contains("<title>");
      process.destroy();
      assertThat(process.waitFor(15, TimeUnit.SECONDS)).as("nothing is waited for").isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** The first one costs the JDK a tenth of a second, for powers that it keeps. */
  @Test
  void aStartAndAFirstAnswerMakeNoBigDecimal() throws Exception {
    var made = folder.resolve("made.log");
    var options = "-Xlog:class+init=info:file=" + made;
    var process = start(Map.of("JDK_JAVA_OPTIONS", options), "--port", "0");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine());
      assertThat(made)
          .content()
          .contains("dev/covet/base/codec/TextForm")
          .doesNotContain("java/math/BigDecimal'");
    } finally {
      process.destroyForcibly();
    }
  }

  /** A program whose start fails in a plugin, once that has started a thread that never ends. */
  static final class Broken {
    static void main(String[] args) {
      Covet.app().install(_ -> fail()).run(args);
    }

    private static void fail() {
      Thread.ofPlatform().daemon(false).start(LockSupport::park);
      throw new UncheckedIOException(new NoSuchFileException("/nowhere/keys"));
    }
  }

  @Test
  void aStartThatFailsIsOneLineAndACodeThatIsNotZero() throws Exception {
    var end = run(Broken.class.getName(), Map.of());

    assertThat(end.code()).isEqualTo(1);
    assertThat(end.err())
        .isEqualToIgnoringNewLines(
            "The app cannot start: The startup failed: there is no /nowhere/keys.");
    assertThat(end.out()).contains("start_failed", "\tat dev.covet.app.ProgramTest");
  }

  /** A program with a command of a plugin. */
  static final class Greeting {
    static void main(String[] args) {
      Command.Action greets =
          (line, output) -> {
            output.print("Hello " + line.options().getOrDefault("WHOM", "nobody"));
            output.fail("That is all");
            return 4;
          };
      Plugin plugin =
          setup -> {
            var whom = Set.of("WHOM");
            setup.command(new Command("greet", "says hello", "greet --whom NAME\n", whom, greets));
            setup.onStart(() -> fail("started"));
          };
      Covet.app().install(plugin).run(args);
    }

    private static void fail(String why) {
      throw new IllegalStateException(why);
    }
  }

  @Test
  void aPluginBringsACommandThatStartsNothing() throws Exception {
    var greeting = Greeting.class.getName();

    assertThat(run(greeting, Map.of(), "greet", "--whom", "Ann"))
        .isEqualTo(new End(4, "Hello Ann\n", "That is all\n"));
    assertThat(run(greeting, Map.of(), "greet", "--help").out()).isEqualTo("greet --whom NAME\n\n");
    assertThat(run(greeting, Map.of(), "--help").out()).contains("  greet         says hello\n");
    assertThat(run(greeting, Map.of(), "greet", "--who=x").err())
        .contains("--who is not an option; did you mean --whom? --help lists all.");
    var wrong = run(greeting, Map.of(), "gret");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("\"gret\" is not a command", "  greet         says hello\n");
  }

  @Test
  void itNamesEverySettingThatIsWrong() throws Exception {
    Files.writeString(folder.resolve(".env"), "THREADS=many\nnonsense\n");

    var wrong =
        Map.of(
            "COVET_MODE",
            "staging",
            "JSON_DEPTH_MAX",
            "0",
            "PROBLEMS_MAX",
            "0.5",
            "PATTERN_STEPS_MAX",
            "-1",
            "SHUTDOWN_SECONDS_MAX",
            "601");
    var end = run(wrong, "--port=x", "--prot=1");

    assertThat(end.code()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.err())
        .contains("COVET_MODE must be production or development")
        .contains("PORT must be a whole number; \"x\" came from the command line.")
        .contains("THREADS must be one of auto, loop, jdk")
        .contains(".env line 2 is not a setting")
        .contains("JSON_DEPTH_MAX must be at least 1")
        .contains("PROBLEMS_MAX must be a whole number; \"0.5\" came from the environment.")
        .contains("PATTERN_STEPS_MAX must be at least 1")
        .contains("SHUTDOWN_SECONDS_MAX must be above 0, and at most 600")
        .contains("--prot is not an option; did you mean --port? --help lists all.")
        .doesNotContain("\tat ");
  }

  @Test
  void aTrainingRunHasNothingOfThisMachineAndEndsByItself() throws Exception {
    Files.writeString(folder.resolve(".env"), "nonsense\n");

    var end = run(Map.of("COVET_MODE", "staging", "PORT", "x"), "train");

    assertThat(end.code()).isZero();
    assertThat(end.err()).isEmpty();
    assertThat(end.out()).matches("(?s)http://127\\.0\\.0\\.1:[0-9]+/docs\nRunning in test mode.*");
    assertThat(end.out().lines().skip(2))
        .isNotEmpty()
        .allMatch(line -> line.contains(" dev.covet.requests - request "));
    assertThat(run(Map.of(), "train", "--prot=1").err()).contains("--prot is not an option");
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var end = run(Map.of(), "--port", "" + taken.getLocalPort());

      assertThat(end.code()).isEqualTo(1);
      assertThat(end.err()).contains("cannot listen", "Set PORT").doesNotContain("\tat ");
    }
  }

  @Test
  void aHostThatIsNotKnownIsSaid() throws Exception {
    var end = run(Map.of(), "--port", "0", "--host", "999.1.1.1");

    assertThat(end.code()).isEqualTo(1);
    assertThat(end.err()).contains("cannot listen on 999.1.1.1:0: the host is not known. Set PORT");
    assertThat(end.out()).isEmpty();
  }

  /** What an earlier version of Covet has generated. */
  public static final class OldIndex implements Index {
    @Override
    public int revision() {
      return 0;
    }

    @Override
    public String name() {
      return "old";
    }

    @Override
    public @Nullable AddedPart added(String type) {
      return null;
    }
  }

  @Test
  void helpListsWhatItCanWhereGeneratedCodeIsStale() throws Exception {
    var services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Index.class.getName()), OldIndex.class.getName());

    var help = run(Map.of(), "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("Usage:", "--body-bytes-max 1048576", "--port 8000", "--log-requests failed")
        .containsPattern(
            "The app may have more, which cannot be listed before this is right:\\R\\R"
                + " +old was generated for revision 0 of Covet, .* Rebuild it\\.");
    assertThat(run(Map.of()).err()).contains("old was generated for revision 0");
  }

  @Test
  void itHasHelpAndListsRoutesAndSettings() throws Exception {
    assertThat(run(Map.of(), "--help").out())
        .contains("Usage:", "routes", "COVET_MODE", "--body-bytes-max 1048576");
    assertThat(run(Map.of(), "-h").out()).contains("Usage: java -jar app.jar [COMMAND]");
    assertThat(run(Map.of(), "dance"))
        .satisfies(
            end -> assertThat(end.code()).isEqualTo(2),
            end -> assertThat(end.err()).contains("\"dance\" is not a command", "  routes  "));
    assertThat(run(Map.of(), "-p", "80").err())
        .contains("\"-p 80\" is not an option; options begin with two dashes");
    assertThat(run(Map.of(), "routes").out())
        .contains(
            "middleware: id: RequestId > net: LastNet > log: RequestLog > metrics: RequestMetrics >"
                + " headers: StandardHeaders > [routers] | route | [guards] > [class and method]")
        .containsPattern("PATCH /roster/\\{id} +Roster\\.update +id: path, body")
        .containsPattern("GET /roster +Roster\\.list +offset: query = 0, limit: query = 10");
    assertThat(run(Map.of("PORT", "81"), "config").out())
        .containsPattern("PORT +81 +environment")
        .containsPattern("THREADS +auto +default")
        .containsPattern("PROBLEMS_MAX +100 +default")
        .containsPattern("PATTERN_STEPS_MAX +1000000 +default")
        .containsPattern("SHUTDOWN_SECONDS_MAX +20 +default");
    var unset = run(Unset.class.getName(), Map.of("MAIL_PASWORD", "x"), "config");
    assertThat(unset.out())
        .containsPattern("MAIL_PASSWORD +missing")
        .containsPattern("SIZE +1 +default");
    assertThat(unset.err())
        .contains("MAIL_PASSWORD is missing", "did you mean MAIL_PASSWORD?")
        .doesNotContain("\tat ");
  }

  /** A program with a setting that is not set. */
  static final class Unset {
    static void main(String[] args) {
      Covet.app()
          .install(setup -> {
            setup.config().setting("mailPassword").asSecret();
            setup.config().setting("size").orElse("1").asInt();
          })
          .mount("/team", RosterApp.app())
          .run(args);
    }
  }

  @Test
  void itWritesItsDocumentWithoutAServerAndWithoutSettings() throws Exception {
    var printed = run(Unset.class.getName(), Map.of(), "openapi");
    var end = run(Unset.class.getName(), Map.of(), "openapi", "api.json");

    assertThat(printed.out()).startsWith("{\n  \"openapi\": \"3.1.0\",\n").endsWith("\n}\n");
    assertThat(end).isEqualTo(new End(0, "", ""));
    assertThat(folder.resolve("api.json"))
        .content()
        .isEqualTo(printed.out())
        .contains("\n    \"/team/roster/{id}\": {\n");
    assertThat(run(Unset.class.getName(), Map.of(), "openapi", "--size", "x").err())
        .contains("SIZE must be a whole number")
        .doesNotContain("MAIL_PASSWORD");
    assertThat(run(Unset.class.getName(), Map.of(), "openapi", "a", "b").code()).isEqualTo(2);
    assertThat(run(Unset.class.getName(), Map.of(), "openapi", "no/api.json").err())
        .contains("no/api.json");
    assertThat(run(Unset.class.getName(), Map.of(), "routes").err())
        .contains("MAIL_PASSWORD is missing");
  }

  /** A program that prints what it is asked. */
  static final class Asked {
    static void main(String[] args) {
      Middleware printing =
          (request, next) -> {
            System.out.println("asked " + request.path());
            return next.handle(request);
          };
      Covet.app().use(printing).mount("/straße", RosterApp.app()).run(args);
    }
  }

  @Test
  void aTrainingRunAsksThePagesAndTheRoutesThatNeedNoValue() throws Exception {
    assertThat(run(Asked.class.getName(), Map.of(), "train").out().lines())
        .contains("asked /openapi.json", "asked /docs", "asked /nowhere")
        .contains("asked /stra%C3%9Fe/roster", "asked /stra%C3%9Fe/roster/visit")
        .noneMatch(line -> line.contains("{"));
  }

  /** A program with an app, and a handler, in an app in an app. */
  static final class Mounted {
    static void main(String[] args) {
      Middleware marked = new Marked();
      var inner = RosterApp.app().use(marked).mount("/files", _ -> Response.text("file"));
      Covet.app().mount("/team", Covet.app().mount("/of", inner)).run(args);
    }
  }

  /** Middleware with a name. */
  static final class Marked implements Middleware {
    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  @Test
  void itListsTheRoutesOfMountedAppsByTheirWholePaths() throws Exception {
    var listed = run(Mounted.class.getName(), Map.of(), "routes");

    assertThat(listed.out())
        .contains("\nmiddleware of /team/*: headers: StandardHeaders > [routers]")
        .contains("\nmiddleware of /team/of/*: headers: StandardHeaders > app: Marked > [routers]")
        .containsPattern("\nGET /team/of/roster/\\{id} +Roster\\.read +id: path")
        .containsPattern("\n\\* /team/of/files/\\* +mounted handler");
  }
}
