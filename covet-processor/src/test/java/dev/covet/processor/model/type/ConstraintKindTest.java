package dev.covet.processor.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConstraintKindTest {
  private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-05-09                | false | false
          2026-05-10                | true  | false
          2026-05-11                | true  | true
          2026-05-10T11:59:59Z      | false | false
          2026-05-10T12:00:00Z      | true  | false
          2026-05-10T12:00:01Z      | true  | true
          2026-05-10T13:00:00+02:00 | false | false
          what the compiler misses  | false | false
          """)
  void aDefaultIsComparedWithNowAsAtRunTime(String text, boolean past, boolean pastOrPresent) {
    assertThat(ConstraintKind.PAST.refuses(text, NOW)).isEqualTo(past);
    assertThat(ConstraintKind.PAST_OR_PRESENT.refuses(text, NOW)).isEqualTo(pastOrPresent);
    assertThat(ConstraintKind.FUTURE.refuses(text, NOW)).isTrue();
    assertThat(ConstraintKind.FUTURE_OR_PRESENT.refuses(text, NOW)).isTrue();
  }
}
