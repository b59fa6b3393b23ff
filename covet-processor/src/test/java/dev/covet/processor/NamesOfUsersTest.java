package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user calls his types does not change what generated code means. */
final class NamesOfUsersTest {
  private static final Path NAMES = Path.of("src/test/resources/names");

  /** Types that generated code names, words of Java in lower case, names like constants. */
  private static final List<String> ALL =
      List.of(
          ("API Boolean Bound Class Codec Double Enum Exception Hook IllegalArgumentException"
                  + " Integer Item KEYS List Long Map NullPointerException Nullable Object Optional"
                  + " Override Problems Provider Request Response Route Scope Slot String"
                  + " SuppressWarnings T URI UUID Values")
              .split(" "));

  @TempDir Path folder;

  @Test
  void aTypeMayBeCalledLikeOneThatGeneratedCodeNames() throws Exception {
    var units = new ArrayList<Unit>();
    try (var files = Files.list(NAMES)) {
      for (var file : files.sorted().toList()) {
        var text = Files.readString(file);
        var path = file.getFileName().toString().replace(".txt", "");
        ALL.forEach(name -> units.add(unit(path, name, text)));
      }
    }

    var generated = Generated.from(folder, units);

    var codec = generated.codec("p_string.data.StringCodec", "INPUT");
    assertThat(Generated.problems(codec, "{\"text\": \"\", \"number\": 1.5}"))
        .containsExactly("too_short text", "type number");
    assertThat(Generated.again(codec, codec, "{\"text\": \"a\", \"number\": 2}"))
        .contains("\"text\":\"a\",\"number\":2,\"big\":null");
  }

  private static Unit unit(String path, String name, String text) {
    var root = "p_" + name.toLowerCase(Locale.ROOT);
    var source =
        text.replaceAll("package NAME\\b", "package " + root).replaceAll("\\bNAME\\b", name);
    var type =
        source.replaceAll("(?ms).*?^(?:public |final )*(?:record|class|enum) (\\w+).*", "$1");
    return new Unit(root + "/" + path + "/" + type + ".java", source);
  }

  @Test
  void aTypeOfTheUnnamedPackageMayBeCalledLikeOneThatGeneratedCodeNames() throws IOException {
    var rows = Files.readString(NAMES.resolve("Nested.txt"));
    var units = new ArrayList<Unit>();
    for (var name : List.of("Override", "String", "List", "Codec")) {
      units.add(new Unit(name + ".java", "/** Of no concern. */ final class " + name + " {}"));
    }
    var text = rows.replaceAll("package NAME.*", "").replaceAll("\\bNAME\\b", "Problems");
    units.add(new Unit("Api.java", text));

    assertThat(Generated.from(folder, units).sources()).containsKeys("ApiRoutes");
  }

  @Test
  void aTextMayBeAsLongAsJavaAllows() throws IOException {
    var literal = '"' + "a String, an \\\"Object\\\"; ".repeat(2_000) + '"';
    var note = "record Note(@dev.covet.api.Default(" + literal + ") java.lang.String text) {}";
    var units =
        List.of(
            new Unit("a/Note.java", "package a; @dev.covet.api.Model " + note),
            new Unit("a/String.java", "package a; final class String {}"));

    assertThat(Generated.from(folder, units).source("a.NoteCodec").contains(literal)).isTrue();
  }

  @Test
  void ofAClassThatNobodyMentionsNothingShows() throws IOException {
    var units =
        List.of(
            new Unit("a/Note.java", "package a; @dev.covet.api.Model record Note(int size) {}"),
            new Unit("a/Class.java", "package a; final class Class {}"));

    assertThat(Generated.from(folder, units).source("a.NoteCodec"))
        .doesNotContain("java.lang")
        .contains("@Override");
  }
}
