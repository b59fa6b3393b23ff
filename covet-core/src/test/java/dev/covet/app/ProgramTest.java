package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.gen.AddedPart;
import dev.covet.gen.Index;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S0.run.proc, S0.run.parts: an app as a process of its own, as whoever starts it sees it. */
@Timeout(60)
class ProgramTest {
  @TempDir Path folder;

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    return start("golden.roster.RosterApp", environment, arguments);
  }

  private Process start(String main, Map<String, String> environment, String... arguments)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("COVET_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** How a program ended that was to end by itself. */
  private record End(int code, String out, String err) {}

  private End run(Map<String, String> environment, String... arguments) throws Exception {
    return run("golden.roster.RosterApp", environment, arguments);
  }

  private End run(String main, Map<String, String> environment, String... arguments)
      throws Exception {
    var process = start(main, environment, arguments);
    try {
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new End(process.waitFor(), out, err);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void itSaysWhereItsDocumentsAreAndStopsInOrder() throws Exception {
    var process = start(Map.of("COVET_MODE", "development"), "--port", "0");
    try (BufferedReader lines = process.inputReader()) {
      var docs = lines.readLine();
      assertThat(docs).matches("http://127\\.0\\.0\\.1:[0-9]+/docs");
      assertThat(lines.readLine())
          .isEqualTo(
              "Running in development mode. Each request has a virtual thread of its own, so"
                  + " handlers may block.");
      assertThat(get(docs)).contains("<title>");
      process.destroy();
      assertThat(process.waitFor(4, TimeUnit.SECONDS)).as("nothing is waited for").isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void requestsHaveSoLongToFinishAsTheSettingSays() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "0.2"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var root = lines.readLine().replace("/docs", "");
      var slow = HttpRequest.newBuilder(URI.create(root + "/slow")).build();
      var answer = client.sendAsync(slow, BodyHandlers.ofString());
      get(root + "/roster");
      process.destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(answer).failsWithin(Duration.ofSeconds(5));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The SIGTERM row of security.md: a handler that spins on its loop, interrupted in vain. */
  @Test
  void aHandlerThatNeverEndsKeepsNothingFromStopping() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "0.5"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var root = lines.readLine().replace("/docs", "");
      var spin = HttpRequest.newBuilder(URI.create(root + "/spin")).build();
      for (var i = 0; i < 80; i++) client.send(spin, BodyHandlers.ofString());
      var forever = HttpRequest.newBuilder(URI.create(root + "/spin?on")).build();
      var answer = client.sendAsync(forever, BodyHandlers.ofString());
      assertThat(get(root + "/roster")).isEqualTo("[]");
      process.toHandle().destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(answer).failsWithin(Duration.ofSeconds(5));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void neitherDoesAStopHook() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "0.5"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine().replace("/docs", "/hang"));
      process.toHandle().destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(lines.lines().toList())
          .anyMatch(line -> line.contains("stop_did_not_end"))
          .anyMatch(line -> line.contains("at golden.roster.RosterApp.hang"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The SIGTERM row of security.md: a second signal means now. */
  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine().replace("/docs", "/hang"));
      process.toHandle().destroy();
      assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
      process.toHandle().destroy();

      assertThat(process.waitFor(2, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The process belongs to its owner: a code is a code, also from a handler, and at once. */
  @ParameterizedTest
  @ValueSource(ints = {0, 80})
  void theCodeOfTheProcessIsTheOneOfSystemExit(int callsBefore) throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var exit = lines.readLine().replace("/docs", "/exit");
      var call = HttpRequest.newBuilder(URI.create(exit)).build();
      for (var i = 0; i < callsBefore; i++) client.send(call, BodyHandlers.ofString());
      assertThatThrownBy(() -> get(exit + "?7")).isInstanceOf(IOException.class);

      assertThat(process.waitFor(8, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(7);
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hooksOfOthersRunToTheirEnds(boolean bySignal) throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      var root = lines.readLine().replace("/docs", "");
      get(root + "/hooks");
      if (bySignal) process.toHandle().destroy();
      else assertThatThrownBy(() -> get(root + "/exit?7")).isInstanceOf(IOException.class);

      assertThat(lines.lines().filter("last word"::equals)).hasSize(16);
      assertThat(process.waitFor(8, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(bySignal ? 0 : 7);
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

  /** A program of which a part ends the process, or waits, while the next ones are not started. */
  static final class Leaving {
    static void main(String[] args) {
      Covet.app()
          .install(setup -> setup.onStop(() -> say("plugin closed")))
          .install(setup -> setup.onStart(() -> leave(args[0])))
          .install(setup -> setup.onStart(() -> say("not reached")))
          .run("--port=0");
    }

    private static void leave(String how) throws InterruptedException {
      say("starting");
      if (how.equals("exit")) System.exit(3);
      new CountDownLatch(1).await();
    }

    private static void say(String line) {
      System.out.println(line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "wait"})
  void whatWasOpenedIsClosedWhereTheProcessIsEndedDuringStartup(String how) throws Exception {
    var process = start(Leaving.class.getName(), Map.of(), how);
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("starting");
      if (how.equals("wait")) process.toHandle().destroy();

      assertThat(lines.lines().toList()).contains("plugin closed").doesNotContain("not reached");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(how.equals("exit") ? 3 : 0);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String get(String uri) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(uri)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Test
  void aJvmOutOfMemoryEndsTheProcess() throws Exception {
    var process = start(Map.of(), "--port", "0", "--host", "127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      var root = lines.readLine().replace("/docs", "");
      assertThatThrownBy(() -> get(root + "/memory")).isInstanceOf(IOException.class);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(3);
    } finally {
      process.destroyForcibly();
    }
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
  void aPortThatIsTakenIsOneLine() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var end = run(Map.of(), "--port", "" + taken.getLocalPort());

      assertThat(end.code()).isEqualTo(1);
      assertThat(end.err()).contains("cannot listen", "Set PORT").doesNotContain("\tat ");
    }
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
        .contains("around all: RequestId > LastNet > RequestLog > RequestMetrics > StandardHeaders")
        .contains(
            "places: id: RequestId > net: LastNet > log: RequestLog > metrics: RequestMetrics >"
                + " headers: StandardHeaders > [routers] | route | [class and method]")
        .containsPattern("PATCH /roster/\\{id} +Roster\\.update +id: path, body")
        .containsPattern("GET /roster +Roster\\.list +offset: query = 0, limit: query = 10");
    assertThat(run(Map.of("PORT", "81"), "config").out())
        .containsPattern("PORT +81 +environment")
        .containsPattern("THREADS +auto +default")
        .containsPattern("PROBLEMS_MAX +100 +default")
        .containsPattern("PATTERN_STEPS_MAX +1000000 +default")
        .containsPattern("SHUTDOWN_SECONDS_MAX +20 +default");
    assertThat(run(Map.of(), "openapi").out()).contains("\"openapi\":\"3.1.0\"", "/roster/{id}");
  }
}
