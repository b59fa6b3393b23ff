package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.covet.base.codec.Codecs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are written: details.md 6, S2.res.json. */
class WritingTest {
  private final Json json = new Json();

  private <T> String written(Codec<T> codec, T value) {
    return new String(json.write(codec, value), UTF_8);
  }

  @Test
  void everyCharacterIsRightAtEveryPlaceOfATextOfEveryLength() {
    for (int c : new int[] {0, 1, 0x1f, '"', '\\', 'x', 0x7f, 0x80, 0xe9, 0x122, 0x2022, 0x1d11e}) {
      for (int length = 0; length < 44; length++) {
        for (int place = 0; place <= length; place++) {
          var text = "a".repeat(place) + Character.toString(c) + "b".repeat(length - place);
          assertThat(json.read(json.write(Codecs.STRING, text), Codecs.STRING)).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void halfASurrogatePairIsNeverWritten() {
    for (int length = 0; length < 44; length++) {
      var text = "a".repeat(length) + "\ud800" + "b".repeat(44 - length);
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> json.write(Codecs.STRING, text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "\u00e9", "\u2022", "\ud834\udd1e", "\"\ud834\udd1e?\u00e9"})
  void aQuestionMarkIsToldFromHalfASurrogatePair(String around) {
    var text = around + "?" + around;
    assertThat(json.read(json.write(Codecs.STRING, text), Codecs.STRING)).isEqualTo(text);
    for (var half : new String[] {"\ud800", "\udc00", "\udc00\ud800"}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> json.write(Codecs.STRING, text + half + around));
    }
  }

  @Test
  void aTextThatEndsWhereTheBufferDoesIsWhole() {
    for (int length = 4_000; length < 4_200; length++) {
      var text = "x".repeat(length);
      assertThat(written(Codecs.STRING, text)).isEqualTo('"' + text + '"');
      assertThat(written(Codecs.STRING, text + "\u00e9")).isEqualTo('"' + text + "\u00e9\"");
    }
  }

  @Test
  void aListIsWrittenWhateverItIsMadeOf() {
    var codec = Codecs.list(Codecs.STRING);
    for (var values : List.of(List.<String>of(), List.of("a"), List.of("a", "b", "c"))) {
      var text = json.write(codec, values);
      assertThat(json.write(codec, oneByOne(values))).isEqualTo(text);
      assertThat(json.read(text, codec)).isEqualTo(values);
    }
  }

  /** The same list, but none that says it is quick by index. */
  private static List<String> oneByOne(List<String> values) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return values.get(index);
      }

      @Override
      public int size() {
        return values.size();
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.00, 0.00",
    "-0.05, -0.05",
    "10.24, 10.24",
    "100, 100",
    "1E+2, 100",
    "999999999999999999, 999999999999999999",
    "-999999999999999999, -999999999999999999",
    "0.000000000000000001, 0.000000000000000001",
    "9223372036854775808, 9223372036854775808",
    "12345678901234567890, 12345678901234567890",
    "123456789012345678901, 1.23456789012345678901E20",
    "1E-30, 1E-30",
  })
  void aDecimalIsWrittenAsItIsAndInExponentFormAboveTwentyDigits(String value, String expected) {
    assertThat(written(Codecs.DECIMAL, new BigDecimal(value))).isEqualTo(expected);
  }

  @Test
  void aDecimalOfUpToTwentyDigitsIsWrittenPlain() {
    var random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      var unscaled = new BigInteger(random.nextInt(64), random);
      var value = new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate());
      var scaled = value.movePointLeft(random.nextInt(19));
      if (Math.max(scaled.precision(), scaled.scale() + 1) <= 20) {
        assertThat(written(Codecs.DECIMAL, scaled)).isEqualTo(scaled.toPlainString());
      }
    }
  }

  @Test
  void wholeNumbersAreWrittenLikeTheirDigits() {
    for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
      for (long value : new long[] {power - 1, power, power + 1, -power}) {
        assertThat(written(Codecs.LONG, value)).isEqualTo(Long.toString(value));
      }
    }
    assertThat(written(Codecs.LONG, Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(written(Codecs.LONG, Long.MAX_VALUE)).isEqualTo("9223372036854775807");
  }

  @Test
  void numbersThatJsonCannotSayAreRefused() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> json.write(Codecs.DOUBLE, value));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00.000Z",
    "2026-01-31T12:00:00.120Z, 2026-01-31T12:00:00.120Z",
    "2026-01-31T12:00:00.000001Z, 2026-01-31T12:00:00.000001Z",
    "2026-01-31T12:00:00.123456789Z, 2026-01-31T12:00:00.123456Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z",
  })
  void aMomentHasThreeDigitsOrSix(String value, String expected) {
    assertThat(written(Codecs.INSTANT, Instant.parse(value))).isEqualTo('"' + expected + '"');
  }

  @Test
  void yearsBeyondFourDigitsAreRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.write(Codecs.DATE, LocalDate.of(10_000, 1, 1)));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.write(Codecs.INSTANT, Instant.parse("+10000-01-01T00:00:00Z")));
  }
}
