package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two projects of users, built by Maven from what this build has made, outside of it. */
class SamplesTest {
  @TempDir Path temporary;

  @Test
  void aProjectWithTheParentRuns() throws Exception {
    var samples = new Samples(temporary);
    var built = samples.maven("with-parent", "package");

    assertThat(built.exit()).as(built.out()).isZero();
    assertThat(samples.start("-jar", samples.jar("with-parent"))).contains("/docs");
  }

  @Test
  void aProjectWithTheDependencyAloneStopsWithOneClearLine() throws Exception {
    var samples = new Samples(temporary);
    var built = samples.maven("without-processor", "compile");
    var said = samples.start("-cp", samples.classPath("without-processor"), "hello.Hello");

    assertThat(built.exit()).as(built.out()).isZero();
    assertThat(said.lines()).hasSize(1).first().asString().contains("covet-processor did not run");
  }

  @Test
  void theSampleIsTheProgramOfTheFirstPage() throws IOException {
    var root = Shell.root();
    var program = Snippet.of(root, root.resolve("README.md")).getFirst().text();

    for (var sample : new String[] {"with-parent", "without-processor"}) {
      var file = root.resolve("covet-app/samples/" + sample + "/src/main/java/hello/Hello.java");
      assertThat(Files.readString(file)).isEqualTo(program);
    }
  }
}
