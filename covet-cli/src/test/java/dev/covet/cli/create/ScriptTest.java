package dev.covet.cli.create;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.covet.cli.create.Toolbox.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of a project, with a JDK and a Maven that only write down what they are asked for. */
class ScriptTest {
  private static final String DESCRIBE = ":describe";

  private final Path temporary;
  private final Path project;
  private final Path script;
  private final Toolbox tools;

  /** Writes a project whose path has blanks and umlauts. */
  ScriptTest(@TempDir Path temporary) throws IOException {
    this.temporary = temporary;
    project = temporary.toRealPath().resolve("mein Übungs 'laden'").resolve("shop");
    assertThat(NewCommand.create(project)).isEmpty();
    script = project.resolve("covet");
    tools = new Toolbox(Files.createDirectory(temporary.resolve("tools")));
  }

  @Test
  void itIsWellFormedAndSaysWhatItDoes() throws Exception {
    var syntax =
        new ProcessBuilder("bash", "-n", script.toString()).redirectErrorStream(true).start();

    assertThat(new String(syntax.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(covet("--help").said())
        .startsWith("Usage: ./covet COMMAND")
        .contains("  dev [FILE.java]");
    assertThat(covet()).isEqualTo(covet("--help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "test", "build", "routes", "config", "new"})
  void helpIsAskedForAtAnyCommand(String command) throws Exception {
    assertThat(covet(command, "--help")).isEqualTo(covet("--help"));
    assertThat(tools.calls()).isEmpty();
  }

  @Test
  void helpOfTheDocumentBuildsNothing() throws Exception {
    covet("openapi", "--help");

    assertThat(tools.calls()).contains("openapi", "--help").doesNotContain("package");
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    assertThat(covet("serve"))
        .isEqualTo(new Run(1, "covet: no command \"serve\"; ./covet --help lists them\n"));
  }

  @Test
  void theProjectIsDescribedOnceAndAgainWhenItsPomIsNewer() throws Exception {
    assertThat(covet("dev").said()).contains("covet: reads pom.xml");
    assertThat(tools.calls()).anyMatch(line -> line.endsWith(DESCRIBE));

    assertThat(covet("dev").said()).isEmpty();
    assertThat(tools.calls()).noneMatch(line -> line.endsWith(DESCRIBE));

    Files.setLastModifiedTime(
        project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
    covet("dev");
    assertThat(tools.calls()).anyMatch(line -> line.endsWith(DESCRIBE));
  }

  @Test
  void itWorksInTheProjectFromAnyFolderAndByALink() throws Exception {
    var link = Files.createSymbolicLink(temporary.resolve("link"), script);

    var run = tools.run(Path.of("/"), Map.of(), link, "dev", "--name", "a b");

    assertThat(run.exit()).isZero();
    assertThat(tools.calls())
        .containsSubsequence(
            "mvn in " + project, "java in " + project, "dev.covet.cli.Cli", "dev", "--name", "a b");
  }

  @Test
  void aSingleFileRunsWhereTheCommandIsGiven() throws Exception {
    var folder = Files.createDirectories(temporary.resolve("some where")).toRealPath();

    var run = tools.run(folder, Map.of(), script, "dev", "--port", "81", "a b.java");

    assertThat(run.exit()).isZero();
    assertThat(tools.calls())
        .containsSubsequence(
            "java in " + folder, "dev.covet.cli.Cli", "dev", folder + "/a b.java", "--port", "81");
  }

  @Test
  void aCopyOnThePathTakesTheProjectAroundTheFolder() throws Exception {
    var copy = Files.copy(script, temporary.resolve("covet"));

    tools.run(project.resolve("src/main"), Map.of(), copy, "dev");

    assertThat(tools.calls()).contains("java in " + project);
  }

  @Test
  void anotherProcessFollowsOnExitCode85AndItsCodeIsTheScripts() throws Exception {
    tools.write("codes", "85\n85\n7\n");

    var run = covet("dev");

    assertThat(run.exit()).isEqualTo(7);
    assertThat(tools.calls()).filteredOn(line -> line.startsWith("java in")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"--debug, 5005", "--debug 5010, 5010", "--debug=5010, 5010"})
  void theDebuggerHasAPortOfThisMachine(String arguments, String port) throws Exception {
    var run = covet(("dev " + arguments).split(" ", -1));

    assertThat(run.said()).contains("covet: a debugger can attach to port " + port);
    assertThat(tools.calls())
        .contains(
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
                + port)
        .doesNotContain(port, "--debug");
  }

  @Test
  void aPortForTheDebuggerThatIsInUseIsSaidAndTheAppRunsWithoutIt() throws Exception {
    tools.write("codes", "2\n0\n");

    var run = covet("dev", "--debug");

    assertThat(run.exit()).isZero();
    assertThat(run.said()).contains("covet: no debugger can attach: port 5005", "--debug 5006");
    assertThat(tools.calls()).filteredOn(line -> line.startsWith("-agentlib:jdwp")).hasSize(1);
  }

  @Test
  void aSignalGoesOnToTheApp() throws Exception {
    assertThat(endedBySignal("3")).isEqualTo(3);
  }

  @Test
  void noOtherProcessFollowsAfterASignal() throws Exception {
    assertThat(endedBySignal("85")).isEqualTo(143);
  }

  /** The exit code of a script whose Java ends with another one when it is asked to. */
  private int endedBySignal(String code) throws Exception {
    tools.write("waits", code);
    assertThat(new ProcessBuilder("mkfifo", tools.file("never").toString()).start().waitFor())
        .isZero();
    var process = tools.start(project, Map.of(), script, "dev");
    try {
      while (!Files.readAllLines(tools.file("log")).contains("waiting")) {
        assertThat(process.isAlive()).isTrue();
        Thread.onSpinWait();
      }
      process.destroy();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(tools.calls()).containsOnlyOnce("waiting").contains("ended");
    return process.exitValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".covet", "target"})
  void aFolderThatCannotBeWrittenIsNamed(String name) throws Exception {
    Files.writeString(project.resolve(name), "no folder");

    var run = covet("dev");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said())
        .contains("covet: the folder " + project.resolve(name) + " cannot be made or written by ")
        .contains(project + " belongs to ");
    assertThat(tools.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a\\b"})
  void aPathThatNoClassPathCanHaveIsRefused(String name) throws Exception {
    Files.move(project, project.resolveSibling(name));

    var run = tools.run(temporary, Map.of(), project.resolveSibling(name).resolve("covet"), "dev");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said()).contains("covet: a path with a colon or a backslash", name);
    assertThat(tools.calls()).isEmpty();
  }

  @Test
  void whatIsWrongWithThePomIsSaid() throws Exception {
    tools.write("broken", "[ERROR] pom.xml: line 3 is wrong\n");

    var run = covet("dev");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said()).contains("[ERROR] pom.xml: line 3 is wrong");
    assertThat(tools.calls()).noneMatch(line -> line.startsWith("java in"));
  }

  @Test
  void describingAgainSaysOnlyWhatIsWrong() throws Exception {
    assertThat(covet("describe")).isEqualTo(new Run(0, ""));
  }

  @Test
  void namesOfTestsGoToMaven() throws Exception {
    covet("test", "ItemsTest", "OtherTest", "--offline");

    assertThat(tools.calls())
        .containsExactly(
            "mvn in " + project, "--batch-mode", "test", "--offline", "-Dtest=ItemsTest,OtherTest");
  }

  @Test
  void theCacheIsOfARunWithNothingOfThisMachine() throws Exception {
    var run = tools.run(project, Map.of("DATABASE_URL", "sqlite:mine.db"), script, "build");

    assertThat(run.exit()).isZero();
    var cache = project.resolve("target/shop.aot");
    assertThat(tools.calls())
        .containsSubsequence(
            "-XX:AOTCacheOutput=" + cache,
            "-jar",
            project.resolve("target/shop.jar").toString(),
            "train");
    assertThat(covet("run").said()).isEmpty();
    assertThat(tools.calls()).contains("-XX:AOTCache=" + cache);
  }

  @Test
  void everyLauncherAndTheCacheHaveTheSameOptions() throws Exception {
    var options = ServiceOptions.TEXT;
    covet("build");
    assertThat(String.join(" ", tools.calls()))
        .contains("java in ")
        .contains(options + " -XX:AOTCacheOutput=");
    covet("run");
    assertThat(String.join(" ", tools.calls())).contains(options + " -XX:AOTCache=");

    var image = Files.readString(project.resolve("Dockerfile"));
    assertThat(image)
        .contains("RUN java " + options + " -XX:AOTCacheOutput=")
        .contains("ENTRYPOINT [\"java\", \"" + options.replace(" ", "\", \"") + "\", ");
    assertThat(Files.readString(Path.of("../docs/deployment.md")))
        .contains("java " + options + " -XX:AOTCache=target/shop.aot")
        .contains(image.substring(image.indexOf("FROM ")).replace("shop", "heroes"));
  }

  @Test
  void aCollectorOfJavaOptsReplacesTheSmallOne() throws Exception {
    covet("build");
    tools.calls();

    tools.run(project, Map.of("JAVA_OPTS", "-XX:+UseZGC"), script, "run");

    assertThat(tools.calls())
        .contains("-XX:+UseZGC", "-XX:CompileThresholdScaling=2")
        .doesNotContain("-XX:+UseSerialGC", "-Xms16m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/shop.jar", "target/lib/a.jar", "release", "JAVA_OPTS"})
  void aCacheOfAnythingElseIsNotUsed(String changed) throws Exception {
    covet("build");
    var options = changed.equals("JAVA_OPTS") ? "-Xmx1g" : "";
    if (changed.equals("release")) {
      tools.write("jdk/release", "JAVA_VERSION=\"25.0.2\"\n");
    } else if (options.isEmpty()) {
      Files.writeString(project.resolve(changed), "another");
    }

    var run = tools.run(project, Map.of("JAVA_OPTS", options), script, "run");

    assertThat(run.said())
        .isEqualTo(
            "covet: starts without the start-up cache: it is of another jar, JDK or JAVA_OPTS; ./covet"
                + " build makes it anew\n");
    assertThat(tools.calls()).noneMatch(line -> line.startsWith("-XX:AOTCache="));
  }

  @Test
  void anAppThatCannotBeTrainedIsBuiltWithoutACache() throws Exception {
    tools.write("untrained", "");

    var run = covet("build");

    assertThat(run.exit()).isZero();
    assertThat(run.said()).contains("covet: there is no start-up cache, since");
    assertThat(covet("run").said())
        .isEqualTo("covet: starts without a start-up cache, which ./covet build makes\n");
  }

  @Test
  void onlyWhatChangedIsBuiltAgain() throws Exception {
    covet("routes");
    assertThat(tools.calls()).contains("package").anyMatch(each -> each.endsWith(":libraries"));
    covet("routes");
    assertThat(tools.calls()).doesNotContain("package").contains("routes");

    covet("migrate", "--dry-run");
    assertThat(tools.calls()).contains("migrate", "--dry-run");
    Files.writeString(project.resolve("src/main/java/shop/Item.java"), "record Item() {}");
    covet("routes");
    assertThat(tools.calls()).contains("package");
  }

  @Test
  void whatIsSavedDuringABuildIsBuiltNextTime() throws Exception {
    tools.write("edit", "// saved while Maven runs\n");
    covet("routes");
    assertThat(tools.calls()).contains("package");
    assertThat(covet("routes").said()).contains("covet: builds the jar");
    assertThat(tools.calls()).contains("package");
    covet("routes");
    assertThat(tools.calls()).doesNotContain("package");
  }

  @Test
  void aPomThatIsSavedWhileItIsReadIsReadNextTime() throws Exception {
    tools.write("edit-pom", "<!-- saved while Maven runs -->\n");
    covet("dev");
    assertThat(covet("dev").said()).contains("covet: reads pom.xml");
    tools.calls();
    assertThat(covet("dev").said()).isEmpty();
  }

  @Test
  void theAppReadsResourcesAsTheyAre() throws Exception {
    covet("dev");

    assertThat(tools.calls())
        .containsSubsequence(
            "-cp", tools.file("version") + ":" + project + "/res:" + tools.file("version"));
  }

  @Test
  void anOldMavenIsNotUsedAndAWrongDownloadNotKept() throws Exception {
    tools.write("version", "3.8.7");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write("evil".getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    try {
      var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/maven.tar.gz";

      var run = tools.run(project, Map.of("COVET_MAVEN_URL", url), script, "describe");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.said())
          .contains("what came from " + url + " is not Maven 3.9.16; nothing was kept");
    } finally {
      server.stop(0);
    }
    assertThat(tools.calls()).isEmpty();
    try (var kept = Files.list(tools.file("home/.cache/covet"))) {
      assertThat(kept).isEmpty();
    }
  }

  @Test
  void itFindsJavaAsTheRepositoryDoes() throws IOException {
    var jdk = Files.readString(Path.of("..", "scripts", "jdk.sh"));

    assertThat(Files.readString(script)).contains(jdk);
  }

  private Run covet(String... arguments) throws IOException, InterruptedException {
    return tools.run(project, Map.of(), script, arguments);
  }
}
