package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries the blocks of shell and XML on README and the pages of docs; {@link ProgramsTest} has Java.
 */
class SnippetsTest {
  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> commandsAreKnown() throws IOException, InterruptedException {
    var help = help(covet()) + help(covetOfProjects());
    return Snippet.all("bash").stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> assertKnown(each, help)));
  }

  @TestFactory
  Stream<DynamicTest> xmlIsWellFormed() throws IOException {
    return Snippet.all("xml").stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> assertWellFormed(each.text())));
  }

  @Test
  void blocksAreFoundWithTheirProgram() {
    var page =
        List.of(
            "# A",
            "```bash",
            "ls",
            "```",
            "<!-- program: p with q -->",
            "```java",
            "class A {}",
            "```");

    assertThat(Snippet.of("a.md", page))
        .containsExactly(
            new Snippet("a.md", 3, "bash", "", "", "ls\n"),
            new Snippet("a.md", 7, "java", "p", "q", "class A {}\n"));
  }

  private void assertKnown(Snippet snippet, String help) throws Exception {
    var syntax = Shell.run(temporary, Map.of(), "bash", "-n", "-c", snippet.text());
    assertThat(syntax.err()).isEmpty();
    snippet
        .text()
        .lines()
        .filter(line -> line.startsWith("./covet "))
        .forEach(line -> assertThat(help).contains("\n  " + line.split(" ", -1)[1] + " "));
  }

  private static void assertWellFormed(String text) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var document = builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement()).isNotNull();
  }

  private String help(Path script) throws IOException, InterruptedException {
    return Shell.run(temporary, Map.of(), "bash", script.toString(), "--help").out();
  }

  private static Path covet() {
    return Shell.root().resolve("covet");
  }

  /** The script that {@code covet new} writes. */
  private static Path covetOfProjects() {
    return Shell.root().resolve("covet-cli/src/main/resources/dev/covet/cli/create/covet");
  }
}
