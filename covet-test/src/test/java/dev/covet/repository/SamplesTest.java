package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Projects of users, built by Maven from what this build has made, outside of it. */
@Order(1) // it takes long
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesTest {
  private Samples samples;

  private static final String RUNNING =
      "Running in development mode. Each request has a virtual thread of its own, so handlers may"
          + " block. Sockets: nio (covet-native is not in the class path).";

  @BeforeAll
  void install(@TempDir Path folder) throws IOException {
    samples = new Samples(folder);
  }

  @Test
  void aProjectWithTheParentRuns() throws Exception {
    assertRuns("with-parent");
  }

  @Test
  void aProjectWithoutTheParentRuns() throws Exception {
    assertRuns("without-parent");
  }

  private void assertRuns(String sample) throws Exception {
    var built = samples.maven(sample, "package");
    assertThat(built.exit()).as(built.out()).isZero();

    var jar = samples.home(sample).resolve("target/hello.jar").toString();
    var command = List.of(Started.java(), "-jar", jar);
    try (var started = Started.of(samples.home(sample), Map.of(), command)) {
      assertThat(started.said().lines())
          .satisfiesExactly(
              line -> assertThat(line).endsWith("/docs"),
              line -> assertThat(line).isEqualTo(RUNNING));
      assertThat(new Curl(List.of("127.0.0.1:8000/hello/Ann?times=3")).send(started.port()))
          .isEqualTo("{\"text\":\"Hello, Ann!\",\"times\":3}");
    }
  }

  @Test
  void aProjectWithTheDependencyAloneStopsWithOneClearLine() throws Exception {
    var built =
        samples.maven(
            "without-processor",
            Samples.goal("maven-compiler-plugin", "compile"),
            Samples.goal("maven-dependency-plugin", "copy-dependencies"));
    assertThat(built.exit()).as(built.out()).isZero();

    var path = "target/classes" + File.pathSeparator + "target/dependency/*";
    var command = List.of(Started.java(), "-cp", path, "hello.Hello");
    try (var started = Started.of(samples.home("without-processor"), Map.of(), command)) {
      assertThat(started.said().lines())
          .singleElement()
          .asString()
          .contains("covet-processor did not run when hello.Hello was compiled");
    }
  }

  @Test
  void theSampleIsTheProgramOfTheFirstPage() throws IOException {
    var root = Shell.root();
    var blocks = Snippet.of(root, root.resolve("README.md"));
    var program = Snippet.of("hello", blocks).getFirst().text();

    for (var sample : List.of("with-parent", "without-parent", "without-processor")) {
      var file = root.resolve("covet-app/samples/" + sample + "/src/main/java/hello/Hello.java");
      assertThat(Files.readString(file)).isEqualTo(program);
    }
  }

  @Test
  void thePomWithoutTheParentIsOnItsPage() throws IOException {
    var root = Shell.root();

    assertThat(Snippet.all("xml"))
        .filteredOn(each -> each.page().equals("docs/maven.md"))
        .extracting(Snippet::text)
        .contains(Files.readString(root.resolve("covet-app/samples/without-parent/pom.xml")));
  }
}
