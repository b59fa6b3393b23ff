package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of README and the pages of docs compile without a warning, start, pass their tests,
 * and answer what the pages show.
 */
class ProgramsTest {
  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> programsDoWhatTheirPagesSay() throws IOException {
    var files = Snippet.all("java");
    var sessions = Snippet.all("console");
    var names = new TreeSet<String>();
    files.forEach(each -> names.add(each.program()));
    sessions.forEach(each -> names.add(each.program()));
    return names.stream()
        .map(name ->
            dynamicTest(
                name, () -> tryOut(Program.of(name, temporary), Snippet.of(name, sessions))));
  }

  /** A block that nobody compiles is a promise that nobody keeps. */
  @Test
  void everyBlockNamesItsProgram() throws IOException {
    var blocks = new ArrayList<>(Snippet.all("java"));
    blocks.addAll(Snippet.all("console"));

    assertThat(blocks).filteredOn(each -> each.program().isEmpty()).isEmpty();
  }

  @Test
  void everySessionIsOfAProgramThatRuns() throws IOException {
    var programs = new ArrayList<>(Snippet.all("java").stream().map(Snippet::program).toList());
    programs.addAll(List.of("heroes", "tasks"));

    assertThat(Snippet.all("console"))
        .allSatisfy(each -> assertThat(programs).contains(each.program()));
  }

  @Test
  void aProgramThatDoesNotCompileIsFound() throws IOException {
    assertThat(new Program(temporary, List.of("class A { int a = \"x\"; }")).compile())
        .contains("incompatible types");
  }

  @Test
  void aProgramWithAWarningIsFound() throws IOException {
    var text = "class A { java.util.List a = null; }";

    assertThat(new Program(temporary, List.of(text)).compile()).contains("[rawtypes]");
  }

  @Test
  void aTestThatFailsIsFound() throws Exception {
    var text =
        """
        import org.junit.jupiter.api.Test;

        class ATest {
          @Test
          void itFails() {
            throw new IllegalStateException("as it should");
          }
        }
        """;
    var program = new Program(temporary, List.of(text));

    assertThat(program.compile()).isEmpty();
    assertThat(TestRun.of(program).failures()).singleElement().asString().contains("as it should");
  }

  private static void tryOut(Program program, List<Snippet> sessions) throws Exception {
    assertThat(program.compile()).isEmpty();
    if (!program.tests().isEmpty()) {
      var run = TestRun.of(program);
      assertThat(run.failures()).isEmpty();
      assertThat(run.succeeded()).isPositive();
    } else if (program.isRunnable()) {
      try (var started = program.start(Map.of())) {
        assertThat(started.said()).contains("/docs");
        var variables = new HashMap<String, String>();
        for (var session : sessions) {
          Session.of(session).tryOn(program, started, variables);
        }
      }
    }
  }
}
