package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages lead to each other, and none is forgotten. */
class PagesTest {
  private static final Path ROOT = Shell.root();
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*)(#[^)\\s]*)?\\)");

  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|");
  private static final Pattern HEAD = Pattern.compile("(?m)\\A(?:[^|\n].*\n)*\\|.*\n\\|[-:| ]+$");

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToWhatIsThere(Path page) throws IOException {
    var broken = new ArrayList<String>();
    var links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      var target = links.group(1).isEmpty() ? page : page.resolveSibling(links.group(1));
      if (!Files.exists(target) || !hasHeading(target, links.group(2))) broken.add(links.group());
    }

    assertThat(broken).isEmpty();
  }

  /** What follows a blank line, or comes before one, is no part of a table. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyTableIsWhole(Path page) throws IOException {
    var blocks = CODE.matcher(Files.readString(page)).replaceAll("").split("\n\\s*\n", -1);

    assertThat(blocks).allMatch(block -> !ROW.matcher(block).find() || HEAD.matcher(block).find());
  }

  @Test
  void everyPageOfDocsIsInItsList() throws IOException {
    assertThat(unlisted(ROOT.resolve("docs"))).isEmpty();
  }

  @Test
  void everyDecisionIsInTheirList() throws IOException {
    assertThat(unlisted(ROOT.resolve("docs/decisions"))).isEmpty();
  }

  static Stream<Path> pages() throws IOException {
    return Stream.of(
            markdown(ROOT),
            markdown(ROOT.resolve("docs")),
            markdown(ROOT.resolve("docs/decisions")),
            markdown(ROOT.resolve("docs/internals")))
        .flatMap(List::stream);
  }

  private static List<Path> markdown(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<String> unlisted(Path folder) throws IOException {
    var list = Files.readString(folder.resolve("README.md"));
    return markdown(folder).stream()
        .map(page -> page.getFileName().toString())
        .filter(name -> !name.equals("README.md") && !list.contains("(" + name + ")"))
        .toList();
  }

  /** Whether a heading of the page has the anchor that GitHub gives it. */
  private static boolean hasHeading(Path page, String anchor) throws IOException {
    return anchor == null
        || Files.readAllLines(page).stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
            .map(title -> "#" + title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
            .anyMatch(anchor::equals);
  }
}
