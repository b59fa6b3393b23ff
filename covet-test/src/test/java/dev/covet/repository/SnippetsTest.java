package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tries every block of code on README and the pages of docs. */
class SnippetsTest {
  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> commandsAreKnown() throws IOException, InterruptedException {
    var help = Shell.run(temporary, Map.of(), covet(), "--help").out();
    return of("bash").stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> assertKnown(each, help)));
  }

  @TestFactory
  Stream<DynamicTest> xmlIsWellFormed() throws IOException {
    return of("xml").stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> assertWellFormed(each.text())));
  }

  @Test
  void blocksAreFoundWithTheirProgram() {
    var page =
        List.of(
            "# A", "```bash", "ls", "```", "<!-- program: p -->", "```java", "class A {}", "```");

    assertThat(Snippet.of("a.md", page))
        .containsExactly(
            new Snippet("a.md", 3, "bash", "a.md:3", "ls\n"),
            new Snippet("a.md", 7, "java", "p", "class A {}\n"));
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

  private static List<Snippet> of(String language) throws IOException {
    var root = Shell.root();
    var snippets = new ArrayList<>(Snippet.of(root, root.resolve("README.md")));
    try (var pages = Files.walk(root.resolve("docs"))) {
      for (var page : pages.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        snippets.addAll(Snippet.of(root, page));
      }
    }
    return snippets.stream().filter(each -> each.language().equals(language)).toList();
  }

  private static String covet() {
    return Shell.root().resolve("covet").toString();
  }
}
