package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for documents: defaults, which are Java values, too, and what limits strings. */
class DefaultsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void defaultsAreWrittenAsJsonWritesThem() throws IOException {
    var codec =
        Generated.from(
                folder,
                List.of(
                    new Unit(
                        "Paint.java",
                        """
                        package a;

                        import dev.covet.api.Default;
                        import dev.covet.api.Name;

                        @dev.covet.api.Model
                        record Paint(
                            @Default("red") Color color,
                            @Default("007") int coats,
                            @Default("100") long hours,
                            @Default("2026-01-31t12:00:00+02:00") java.time.Instant from) {
                          enum Color { @Name("red") RED, BLUE }
                        }
                        """)))
            .source("a.PaintCodec");

    assertThat(codec)
        .contains(
            "color = Paint.Color.RED;",
            "coats = 7;",
            "hours = 100L;",
            "from = Instant.parse(\"2026-01-31T10:00:00.000Z\");",
            ".withDefault(\"\\\"red\\\"\")",
            ".withDefault(\"7\")",
            ".withDefault(\"100\")",
            ".withDefault(\"\\\"2026-01-31T10:00:00.000Z\\\"\")");
  }

  @Test
  void whatNoTableHoldsIsSaidOfItsStrings() throws IOException {
    var text = "package a; import dev.covet.api.*; %s record Row(@Id long id, String name) {}";
    var table = new Unit("a/Row.java", text.formatted("@Table"));
    var model = new Unit("b/Row.java", text.formatted("@Model").replace("package a", "package b"));

    var made = Generated.from(folder, List.of(table, model));

    assertThat(made.source("a.RowCodec")).contains("Its strings must not contain U+0000.");
    assertThat(made.source("b.RowCodec")).doesNotContain("U+0000");
  }
}
