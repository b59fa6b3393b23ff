package dev.covet.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.json.Json;
import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The codecs under {@code golden/}, with which the runtime is tested, are those that the processor
 * writes, but for line breaks and the note where they come from (S4.model.one, S4.model.team).
 */
final class GoldenCodecsTest {
  private static final Path CORE = Path.of("../covet-core/src/test/java/golden");
  private static final Path DATA = Path.of("../covet-data/src/test/java/golden");

  @TempDir Path folder;

  @Test
  void heroesOfTheCore() throws IOException {
    assertGolden(CORE.resolve("heroes"), List.of("Hero", "Team", "package-info"));
  }

  @Test
  void ordersOfTheCore() throws IOException {
    assertGolden(CORE.resolve("orders"), List.of("Customer", "Item", "Order"));
  }

  @Test
  void heroesOfTheTables() throws IOException {
    assertGolden(DATA.resolve("heroes"), List.of("Hero", "Team", "package-info"));
  }

  @Test
  void aTableMayHoldEveryKindOfComponent() throws IOException, ReflectiveOperationException {
    var kinds = DATA.resolve("kinds");
    var units = new ArrayList<Unit>();
    for (var name : List.of("Kinds", "State", "package-info")) {
      units.add(Generated.unit(kinds.resolve(name + ".java")));
    }
    var emitted = Generated.from(folder, units);

    assertThat(emitted.source("golden.kinds.KindsTable"))
        .contains("SqlType.json(Codecs.list(Codecs.INSTANT))", "SqlType.json(Codecs.VALUE)");
    var codec = emitted.codec("golden.kinds.KindsCodec", "STORED");
    var sample = emitted.constant("golden.kinds.Kinds", "SAMPLE");
    var text = new String(new Json().write(codec, sample), UTF_8);
    assertThat(Generated.read(codec, text)).isEqualTo(sample);
  }

  private void assertGolden(Path golden, List<String> names) throws IOException {
    var units = new ArrayList<Unit>();
    names.forEach(name -> units.add(Generated.unit(golden.resolve(name + ".java"))));
    var packageName = "golden." + golden.getFileName();
    units.add(
        new Unit(
            "Ask.java",
            "package %s; @dev.covet.api.Model record Ask(%s a) {}"
                .formatted(packageName, names.getLast().replace("package-info", "Hero"))));
    var emitted = Generated.from(folder, units);

    for (var name : names) {
      var file = golden.resolve(name + "Codec.java");
      if (!name.equals("package-info")) {
        var text = emitted.source(packageName + "." + name + "Codec");
        if (Boolean.getBoolean("expected.update")) {
          Files.writeString(file, withoutOrigin(text));
        }
        assertThat(words(withoutOrigin(text))).isEqualTo(words(Files.readString(file)));
      }
    }
  }

  private static String withoutOrigin(String text) {
    return text.replaceFirst(
        "/\\*\\*\\n \\* (.*)\\n \\*\\n \\* <p>Generated from .*\\n \\*/", "/** $1 */");
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }
}
