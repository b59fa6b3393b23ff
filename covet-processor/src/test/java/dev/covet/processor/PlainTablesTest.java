package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables are said to be plain, so that a change of a row is one statement (D36). */
final class PlainTablesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          String name            |                                                   | true
          @Nullable Mood mood    |                                                   | false
          java.time.Instant at    |                                                         | true
          String name            | public Hero { if (name.isEmpty()) throw new Error(); } | false
          String name            | public Hero(String name) { this(0, name); }            | true
          String name            | @AssertTrue boolean isGood() { return id < 9; }   | false
          Email email            |                                                   | false
          List<String> names     |                                                   | false
          """)
  void isPlain(String component, String body, boolean isPlain) throws IOException {
    var source =
"""
        package a;
        import dev.covet.api.*;
        import jakarta.validation.constraints.AssertTrue;
        import java.util.List;
import java.util.Objects;
        import org.jspecify.annotations.Nullable;
        @Table
        public record Hero(@Id long id, %s) {
          %s

          public enum Mood { GOOD, BAD }

          @Scalar
          public record Email(String text) {}
        }
"""
            .formatted(component, body == null ? "" : body);

    var table =
        Generated.from(folder, List.of(new Unit("a/Hero.java", source)))
            .sources()
            .get("a.HeroTable");

    assertThat(Objects.requireNonNull(table).contains("isPlain()")).isEqualTo(isPlain);
  }
}
