package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written for each folder under {@code good/} is, byte for byte, what lies under {@code
 * expected/}, and compiles without a warning.
 */
final class GoodSourcesTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  private static final Pattern NAMED = Pattern.compile("\\b(dev\\.covet(?:\\.[a-z]+)*)\\.[A-Z]");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tasks", "roster", "shop", "stores", "hooks", "gate", "queries", "lodge", "chat", "album"
      })
  void whatIsWrittenIsAsExpected(String name) throws IOException {
    var expected = RESOURCES.resolve("expected").resolve(name);

    var written =
        Generated.from(folder, Generated.units(RESOURCES.resolve("good").resolve(name))).sources();

    if (Boolean.getBoolean("expected.update")) {
      for (var source : written.entrySet()) {
        Files.writeString(
            Files.createDirectories(expected).resolve(source.getKey() + ".txt"), source.getValue());
      }
    }
    assertThat(written).isEqualTo(read(expected));
  }

  @Test
  void aClassOfTheUsersOwnStandsForTheOneThatWouldBeWritten() throws IOException {
    var units =
        List.of(
            new Unit("Note.java", "package a; @dev.covet.api.Model record Note(Size size) {}"),
            new Unit("Size.java", "package a; record Size(int bytes) {}"),
            new Unit(
                "NoteCodec.java",
                "package a; final class NoteCodec { Object size = SizeCodec.INPUT; }"));

    assertThat(Generated.from(folder, units).sources())
        .containsOnlyKeys("a.SizeCodec", "a.SizeIndex", "dev.covet.index.a_Size");
  }

  @Test
  void typesOfTheUnnamedPackageAndNamesInAnyLetterAreFine() throws IOException {
    var units =
        List.of(
            new Unit("Note.java", "@dev.covet.api.Model record Note(String text) {}"),
            new Unit(
                "Größe.java",
                "package a; @dev.covet.api.Model record Größe(int höhe, Größe 名) {}"));

    assertThat(Generated.from(folder, units).sources()).containsKeys("NoteCodec", "a.GrößeCodec");
  }

  @Test
  void generatedCodeCallsOnlyThePackagesThatThePageLists() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "decisions", "0010-generated-code.md"));
    var used = new TreeSet<String>();
    try (var files = Files.walk(RESOURCES.resolve("expected"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        NAMED.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
      }
    }

    assertThat(used)
        .contains("dev.covet.gen", "dev.covet.data.table")
        .allMatch(name -> page.contains("| `" + name + "` |"));
  }

  private static Map<String, String> read(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        texts.put(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
      }
    }
    return texts;
  }
}
