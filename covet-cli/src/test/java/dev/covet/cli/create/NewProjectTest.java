package dev.covet.cli.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What {@code covet new} writes, and what it refuses. */
class NewProjectTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"shop", "item", "items", "dev", "object"})
  void whatIsWrittenCompilesWithoutAWarningAndItsTestPasses(String name) throws Exception {
    var project = temporary.resolve(name);
    assertThat(NewCommand.create(project)).isEmpty();

    var classes = Files.createDirectory(temporary.resolve("classes"));
    assertThat(compile(project.resolve("src/main"), classes)).isEmpty();
    assertThat(compile(project.resolve("src/test"), classes)).isEmpty();
    var summary = test(classes, name + ".ItemsTest");

    assertThat(summary.getFailures()).extracting(failure -> failure.getException()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
  }

  /** A status alone does not say why. */
  @Test
  void aTestThatGetsA500SaysWhatTheLogSaysOfIt() throws Exception {
    var project = temporary.resolve("shop");
    assertThat(NewCommand.create(project)).isEmpty();
    var tools = new Toolbox(Files.createDirectory(temporary.resolve("tools")));
    tools.write(
        "broken",
        """
        [INFO] Running shop.OtherTest
        12:00 ERROR [a] dev.covet.faults - request_failed method="GET" path="/other"
        java.lang.IllegalStateException: expected
        [INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in shop.OtherTest
        [INFO] Running shop.ItemsTest
        12:00 ERROR [b] dev.covet.faults - request_failed method="GET" path="/items"
        java.lang.IllegalStateException: no stock
        \tat shop.Items.list(Items.java:9)
        [ERROR] Tests run: 1, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 1 s <<< FAILURE! -- in shop.ItemsTest
        [ERROR] shop.ItemsTest.all -- Time elapsed: 0.1 s <<< FAILURE!
        org.opentest4j.AssertionFailedError:
        expected: 200
         but was: 500
        \tat shop.ItemsTest.all(ItemsTest.java:20)
        """);

    assertThat(tools.run(project, Map.of(), project.resolve("covet"), "test").said())
        .containsSubsequence("but was: 500", "path=\"/items\"", "Exception: no stock")
        .doesNotContain("/other", "Exception: expected", "\tat ");
  }

  @Test
  void aProjectHasEverythingAndNothingElse() throws IOException {
    var project = temporary.resolve("a folder of ä").resolve("shop");

    assertThat(NewCommand.create(project)).isEmpty();

    try (var files = Files.walk(project)) {
      assertThat(
              files.filter(Files::isRegularFile).map(file -> project.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              ".dockerignore",
              ".env",
              ".gitignore",
              "Dockerfile",
              "README.md",
              "covet",
              "pom.xml",
              "src/main/java/shop/Item.java",
              "src/main/java/shop/Items.java",
              "src/main/java/shop/ShopApp.java",
              "src/main/java/shop/package-info.java",
              "src/test/java/shop/ItemsTest.java");
    }
    try (var files = Files.walk(project)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .doesNotContainPattern("@(name|Name|version)@|# @\\w+.sh@");
      }
    }
    assertThat(project.resolve("covet")).isExecutable();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My-Shop | myshop
          1a      | a
          class   | shop
          bücher  | bcher
          """)
  void aNameThatIsNoJavaPackageIsRefused(String name, String proposal) {
    var folder = temporary.resolve(name);

    assertThat(NewCommand.create(folder))
        .isEqualTo(
            "\"%s\" does not name a Java package: it takes lower-case letters, digits and _, for example %s"
                .formatted(name, proposal));
    assertThat(folder).doesNotExist();
  }

  @Test
  void aPackageOfTheJdkIsRefused() {
    assertThat(NewCommand.create(temporary.resolve("java")))
        .isEqualTo("\"java\" is taken; choose another name, for example javaapp");
  }

  @Test
  void aFolderThatIsNotEmptyIsRefused() throws IOException {
    var folder = Files.createDirectory(temporary.resolve("shop"));
    var file = Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(NewCommand.create(folder)).isEqualTo("the folder " + folder + " is not empty");
    assertThat(NewCommand.create(file.resolveSibling("notes"))).isEmpty();
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFileOfThatNameIsRefused() throws IOException {
    var file = Files.writeString(temporary.resolve("shop"), "mine");

    assertThat(NewCommand.create(file)).isEqualTo(file + " is a file");
    assertThat(NewCommand.create(file.resolve("inner")))
        .isEqualTo("cannot write " + file.resolve("inner") + ": Not a directory");
  }

  @Test
  void aCommandLineWithoutOneNameIsMisused() {
    var err = new ByteArrayOutputStream();
    var stream = new PrintStream(err, true, StandardCharsets.UTF_8);

    assertThat(NewCommand.run(List.of(), stream, stream)).isEqualTo(2);
    assertThat(NewCommand.run(List.of("a", "b"), stream, stream)).isEqualTo(2);
    assertThat(NewCommand.run(List.of("--help"), stream, stream)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .containsOnly("covet: new takes one name: ./covet new shop");
  }

  /** What the compiler says, with the processor, of all sources of a project. */
  private static String compile(Path project, Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    var path = classes + File.pathSeparator + System.getProperty("java.class.path");
    var options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            path,
            "-processorpath",
            path,
            "--release",
            "25",
            "-Xlint:all,-processing",
            "-Werror");
    try (var manager = compiler.getStandardFileManager(null, null, null);
        var files = Files.walk(project)) {
      var sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      var units = manager.getJavaFileObjectsFromPaths(sources);
      var done = compiler.getTask(said, manager, null, options, null, units).call();
      return done ? said.toString() : "failed: " + said;
    }
  }

  private static TestExecutionSummary test(Path classes, String name) throws Exception {
    var parent = NewProjectTest.class.getClassLoader();
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent)) {
      var listener = new SummaryGeneratingListener();
      var request = request().selectors(selectClass(loader.loadClass(name))).build();
      LauncherFactory.create().execute(request, listener);
      return listener.getSummary();
    }
  }
}
