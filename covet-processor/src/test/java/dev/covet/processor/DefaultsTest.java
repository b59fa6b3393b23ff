package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for {@code @Default}: a Java value, and a JSON text for documents. */
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
                            @Default("1e2") long hours,
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
            "from = Instant.parse(\"2026-01-31T10:00:00Z\");",
            ".withDefault(\"\\\"red\\\"\")",
            ".withDefault(\"7\")",
            ".withDefault(\"100\")",
            ".withDefault(\"\\\"2026-01-31T10:00:00Z\\\"\")");
  }
}
