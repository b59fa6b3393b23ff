package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for users are whole, begin and end alike, and are in plain words. */
class GuidesTest {
  private static final Path ROOT = Shell.root();

  /** Pages that are no guides: the list of them all, and the way through the first hour. */
  private static final Set<String> OTHERS = Set.of("README.md", "first-hour.md");

  /** A public type of the packages that users import from. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^public .*?(@interface|class|interface|enum|record) dev\\.covet\\.(?:api|app)\\.([\\w$]+)");

  /** Words by which nobody who reads English aloud would say it. */
  private static final Pattern ODD =
      Pattern.compile("\\b(?:told|stands?|stood|holds?|a text|the document)\\b");

  private static final Pattern BLOCK = Pattern.compile("(?s)```.*?\n```");
  private static final Pattern SPAN = Pattern.compile("`[^`]*`");
  private static final Pattern MISTAKE =
      Pattern.compile(
          "<!-- mistake: (\\S+), (\\S+) -> (\\S+) -->\n```text\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temporary;

  static Stream<Path> guides() throws IOException {
    try (var files = Files.list(ROOT.resolve("docs"))) {
      return files.filter(GuidesTest::isGuide).sorted().toList().stream();
    }
  }

  private static boolean isGuide(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.endsWith(".md") && !OTHERS.contains(name);
  }

  /** In its text, as code: what is only in a program of a page is not explained. */
  @Test
  void everyPublicTypeIsNamedOnAPage() throws IOException {
    var code = new StringBuilder();
    for (var guide : guides().toList()) {
      var text = BLOCK.matcher(Files.readString(guide)).replaceAll("");
      SPAN.matcher(text).results().forEach(span -> code.append(span.group()));
    }
    var types = publicTypes();
    assertThat(types).hasSizeGreaterThan(90).contains("@Get", "OnDelete", "Setup.Task");
    assertThat(types).filteredOn(type -> !isNamed(type, code.toString())).isEmpty();
  }

  private static boolean isNamed(String type, String code) {
    return Pattern.compile("(?<![\\w@])" + Pattern.quote(type) + "\\b").matcher(code).find();
  }

  /** As pages write them: annotations with their sign, nested types behind a dot. */
  private static Set<String> publicTypes() throws IOException {
    var types = new TreeSet<String>();
    for (var listing : List.of("api/covet-model.txt", "api/covet-core.txt")) {
      TYPE.matcher(Files.readString(ROOT.resolve(listing)))
          .results()
          .forEach(found -> types.add(written(found.group(1), found.group(2))));
    }
    return types;
  }

  private static String written(String kind, String name) {
    return (kind.equals("@interface") ? "@" : "") + name.replace('$', '.');
  }

  @ParameterizedTest
  @MethodSource("guides")
  void aGuideBeginsWithWhatRunsAndEndsWithWhatCanGoWrong(Path guide) throws IOException {
    var page = Files.readString(guide);
    var first = page.substring(0, page.indexOf("\n## ")).lines().toList();

    assertThat(Snippet.of(guide.toString(), first)).anyMatch(GuidesTest::runs);
    assertThat(page.substring(page.lastIndexOf("\n## "))).startsWith("\n## What can go wrong\n");
  }

  /** A program, or commands of a terminal. */
  private static boolean runs(Snippet snippet) {
    return switch (snippet.language()) {
      case "java" -> !snippet.program().isEmpty();
      case "bash" -> true;
      default -> false;
    };
  }

  static Stream<Path> pages() throws IOException {
    var others = OTHERS.stream().map(ROOT.resolve("docs")::resolve);
    return Stream.of(guides(), others, Stream.of(ROOT.resolve("README.md"))).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsInPlainWords(Path guide) throws IOException {
    var odd = new ArrayList<String>();
    var text = BLOCK.matcher(Files.readString(guide)).replaceAll("");
    var prose = SPAN.matcher(text).replaceAll("");
    for (var line : prose.lines().toList()) {
      if (ODD.matcher(line).find()) odd.add(line);
    }
    assertThat(odd).isEmpty();
  }

  /** Its reader has just made that project, and finds each file as the page shows it. */
  @Test
  void theFirstHourShowsTheProjectThatNewMakes() throws IOException {
    var made = ROOT.resolve("covet-cli/src/main/resources/dev/covet/cli/create/project");
    var texts = new ArrayList<String>();
    for (var file : List.of("Item.java", "Items.java", "App.java")) {
      var text = Files.readString(made.resolve(file));
      texts.add(text.replace("@name@", "shop").replace("@Name@", "Shop"));
    }
    var shown = Snippet.of("shop", Snippet.all("java"));

    assertThat(shown).extracting(Snippet::text).containsExactlyElementsOf(texts);
  }

  /** A program of a page with one word changed is refused by the message that the page shows. */
  @Test
  void theCompilerSaysWhatItsPageShows() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/compile-errors.md"));
    var mistakes = MISTAKE.matcher(page).results().toList();

    assertThat(mistakes).isNotEmpty();
    for (var mistake : mistakes) {
      var broken =
          Snippet.of(mistake.group(1), Snippet.all("java")).stream()
              .map(each -> each.text().replace(mistake.group(2), mistake.group(3)))
              .toList();
      var said = new Program(temporary, broken).compile();
      assertThat(said).contains(mistake.group(4).lines().map(String::strip).toList());
    }
  }

  /** What a language model reads first: each page with a line about it. */
  @Test
  void everyGuideIsInTheFileForLanguageModels() throws IOException {
    var file = Files.readString(ROOT.resolve("llms.txt"));

    assertThat(file).startsWith("# Covet\n\n> ");
    for (var guide : guides().toList()) {
      assertThat(file).contains("](docs/" + guide.getFileName() + "): ");
    }
    var links = Pattern.compile("]\\(([^)]+)\\)").matcher(file).results().toList();
    assertThat(links).allMatch(link -> Files.exists(ROOT.resolve(link.group(1))));
  }
}
