package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.codec.Codecs;
import dev.covet.base.codec.HeldCodecs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are texts in JSON: UUIDs, days, moments, closed choices (details.md 3). */
class ScalarsTest {
  private enum Color {
    RED,
    GREEN
  }

  private final Json json = new Json();

  private <T> void assertSame(Codec<T> codec, T value) {
    assertThat(json.read(json.write(codec, value), codec)).isEqualTo(value);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    var random = new Random(8);
    for (int i = 0; i < 5_000; i++) {
      assertSame(Codecs.UUID, new UUID(random.nextLong(), random.nextLong()));
      assertSame(Codecs.DATE, LocalDate.ofEpochDay(random.nextInt(-719_162, 2_932_897)));
      var micros = random.nextLong(-62_135_596_800_000_000L, 253_402_300_800_000_000L);
      assertSame(
          Codecs.INSTANT,
          Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "123e4567-e89b-12d3-a456-42661417400",
        "123e4567-e89b-12d3-a456-4266141740000",
        "123e4567e89b12d3a456426614174000",
        "123e4567-e89b-12d3-a456-42661417400g",
        "1-1-1-1-1",
        "{123e4567-e89b-12d3-a456-4266141740}",
        "123e4567-e89b-12d3-a456_426614174000"
      })
  void whatIsNoUuidIsOfAnotherType(String text) {
    assertThat(Reading.problems(Codecs.UUID, '"' + text + '"')).containsExactly("type ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "2026-1-1",
        "26-01-01",
        "0000-01-01",
        "+2026-01-01",
        "-001-01-01",
        "2026/01/01",
        "2026-01-31T00:00:00Z",
        "2026-01-3\u0663"
      })
  void whatIsNoDayIsOfAnotherType(String text) {
    assertThat(Reading.problems(Codecs.DATE, '"' + text + '"')).containsExactly("type ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T12:00:00",
        "2026-01-31 12:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z",
        "2026-01-31T12:00:60Z",
        "2026-01-31T12:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00.1234567890Z",
        "2026-01-31T12:00:00+2",
        "2026-01-31T12:00:00+0200",
        "2026-01-31T12:00:00+19:00",
        "2026-01-31T12:00:00+02:60",
        "2026-01-31T12:00:00ZZ",
        "2026-02-30T12:00:00Z",
        "2026-01-31T12.00.00Z",
        "9999-12-31T23:59:59-01:00",
        "0001-01-01T00:00:00+01:00"
      })
  void whatIsNoMomentIsOfAnotherType(String text) {
    assertThat(Reading.problems(Codecs.INSTANT, '"' + text + '"')).containsExactly("type ");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31t12:00:00z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.5+02:00, 2026-01-31T10:00:00.5Z",
    "2026-01-31T00:00:00-18:00, 2026-01-31T18:00:00Z",
    "2024-02-29T23:59:59.123456789Z, 2024-02-29T23:59:59.123456789Z",
  })
  void momentsHaveAnyOffset(String text, String expected) {
    assertThat(
            json.read(
                ('"' + text + '"').getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Codecs.INSTANT))
        .isEqualTo(Instant.parse(expected));
  }

  @Test
  void aChoiceIsOneOfItsTextsExactly() {
    var texts = new LinkedHashMap<String, Color>();
    texts.put("RED", Color.RED);
    texts.put("GREEN", Color.GREEN);
    var codec = Codecs.choice("Color", "", texts);
    assertSame(codec, Color.GREEN);
    assertThat(Reading.problems(codec, "\"BLUE\"")).containsExactly("type ");
    assertThat(Reading.problems(codec, "\"red\"")).containsExactly("type ");
    assertThat(Reading.problems(codec, "0")).containsExactly("type ");
    assertThat(Reading.problems(codec, "null")).containsExactly("null ");
  }

  /** Security.md J2: numbers that would take the exponent's size in memory. */
  @ParameterizedTest
  @CsvSource({
    "1e1000, ''",
    "1e1001, too_large ",
    "-1e1001, 'too_small '",
    "1e-1000, ''",
    "1e-1001, 'digits '",
    "1e999999999999999999999, 'too_large '",
    "1e+0000000000001, ''",
    "10e999, ''",
    "10e1000, too_large ",
    "-9881e1000, 'too_small '",
    "0.1e-999, ''",
    "0.1e-1000, 'digits '"
  })
  void exponentsAreBounded(String number, String problem) {
    assertThat(String.join(",", Reading.problems(Codecs.DECIMAL, number)).strip())
        .isEqualTo(problem.strip());
  }

  /** What the fuzzer found: a number that was read, and not again as it was written. */
  @Test
  void whateverIsReadIsReadAgainAsItIsWritten() {
    var json = new Json();
    for (var text :
        List.of("9".repeat(1_000), "-0." + "7".repeat(999), "1." + "3".repeat(999) + "e-1000")) {
      var value = json.read(text.getBytes(UTF_8), Codecs.DECIMAL);
      var written = json.write(Codecs.DECIMAL, value);
      assertThat(json.read(written, Codecs.DECIMAL)).isEqualTo(value);
    }
    assertThat(Reading.problems(Codecs.DECIMAL, "9".repeat(1_001))).containsExactly("digits ");
    assertThat(Reading.problems(Codecs.DECIMAL, "1e" + "0".repeat(1_010) + "1"))
        .containsExactly("digits ");
  }

  @Test
  void aCodecOfNoNamesIsNoKeyEvenIfItIsChecked() {
    var checked = Codecs.checked(Codecs.list(Codecs.INT), (_, _) -> {});

    assertThatThrownBy(() -> HeldCodecs.map(checked, Codecs.INT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A key is a scalar or an enum");
    assertSame(HeldCodecs.map(Codecs.checked(Codecs.INT, (_, _) -> {}), Codecs.INT), Map.of(1, 2));
  }
}
