package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.covet.base.codec.Codecs;
import dev.covet.base.limit.LimitSource;
import golden.heroes.HeroCodec;
import golden.orders.OrderCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How codecs read: S1.val.422, D38, D42, beyond.md table B, security.md J1, J2, J4, J6. */
class ReadingTest {
  private static final String HERO = "{\"name\":\"A\",\"secret_name\":\"B\",\"age\":%s}";

  @Test
  void aHeroIsWrittenAsItWasReadWithWhatIsAbsentAsNull() {
    assertThat(
            Reading.again(HeroCodec.OUTPUT, "{\"id\":1,\"name\":\"Ä\\n\",\"secret_name\":\"P\"}"))
        .isEqualTo(
            "{\"id\":1,\"name\":\"Ä\\n\",\"secret_name\":\"P\",\"age\":null,\"team_id\":null}");
  }

  @Test
  void inputHasNoSlotForWhatIsReadOnly() {
    assertThat(
            Reading.again(HeroCodec.INPUT, "{\"id\":\"x\",\"secret_name\":\"P\",\"name\":\"S\"}"))
        .isEqualTo("{\"name\":\"S\",\"secret_name\":\"P\",\"age\":null,\"team_id\":null}");
  }

  /** J2, J6: who reads the same bytes otherwise, such as a log, is not to stumble over them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "x": "\\ud800"            | bad_text x
          "x": ["a", {"\\udc00": 1}] | bad_text x
          "x\\ud83d": 1             | bad_text ?
          "id": "\\ud83d\\ud83d"     | bad_text id
          "x": {"y": -1e1001}       | too_small x
          "x": 1e-99999999          | digits x
          """)
  void whatIsSkippedMustBeSuchAsCouldBeRead(String member, String problem) {
    assertThat(Reading.problems(HeroCodec.INPUT, with(member))).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\": \"\\ud83d\\ude00 \u00e4\\\\ud800\"",
        "\"x\": [1e1000, -1.5E-1000]",
        "\"x\": 1, \"x\": 2",
        "\"\\ud83d\\ude00\": {\"a\": 1, \"a\": 2}"
      })
  void whatIsSkippedMayBeAnythingElse(String member) {
    assertThat(Reading.problems(HeroCodec.INPUT, with(member))).isEmpty();
  }

  private static String with(String member) {
    return "{\"name\":\"A\"," + member + ",\"secret_name\":\"B\"}";
  }

  @Test
  void everyProblemIsToldInTheOrderOfTheDocumentAndMissingOnesLast() {
    assertThat(
            Reading.problems(
                OrderCodec.INPUT,
                """
                {"items": [{"sku": "abc", "qty": 0, "price": "x"}, {"price": -1}, 7],
                 "notes": 5, "customer": {"age": 200, "email": "nope"}}
                """))
        .containsExactly(
            "pattern items[0].sku",
            "too_small items[0].qty",
            "type items[0].price",
            "too_small items[1].price",
            "missing items[1].sku",
            "missing items[1].qty",
            "type items[2]",
            "type notes",
            "too_large customer.age",
            "email customer.email",
            "missing customer.name");
  }

  @ParameterizedTest
  @CsvSource({
    "1.9, type",
    "'\"5\"', type",
    "true, type",
    "[], type",
    "3000000000, too_large",
    "-3000000000, too_small",
    "1e300, too_large",
    "1e1000000000, too_large",
    "-1e1000000000, too_small",
    "1e-1000000000, digits",
    "-1, too_small",
  })
  void nothingIsTurnedIntoAnIntSilently(String value, String code) {
    assertThat(Reading.problems(HeroCodec.INPUT, HERO.formatted(value)))
        .containsExactly(code + " age");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "100e-2", "1e0", "1.000E+0", " 1 "})
  void wholeNumbersInAnyFormAreInts(String value) {
    assertThat(Reading.again(HeroCodec.INPUT, HERO.formatted(value))).contains("\"age\":1,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "[1,]",
        "[1 2]",
        "[,1]",
        "{,}",
        "NaN",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "-",
        "tru",
        "nul",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "'a'",
        "1 2",
        "{} x",
        "\"a\tb\"",
        "[1]]",
        "{\"a\":}",
        "{a:1}",
        "\u00e9",
        "/*c*/1"
      })
  void whatIsNoJsonIsRefusedWithItsPosition(String text) {
    var bytes = text.isEmpty() ? new byte[] {' '} : text.getBytes(UTF_8);
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> new Json().read(bytes, Codecs.VALUE))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MALFORMED_JSON"))
        .satisfies(e -> assertThat(e.position()).isBetween(0, bytes.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00ed\u00a0\u0080",
        "\u00e0\u0080\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00ff",
        "\u00c3",
        "\u00e2\u0082",
        "\u00f0\u009f\u0098"
      })
  void bytesThatAreNoUtf8AreRefused(String bytes) {
    var text = ("\"" + bytes + "\"").getBytes(ISO_8859_1);
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> new Json().read(text, Codecs.STRING));
  }

  /** RFC 8259, 8.1. */
  @Test
  void aMarkOfUtf8InFrontIsPassedOverOnce() {
    assertThat(Reading.again(Codecs.VALUE, "\ufeff {\"a\":1}")).isEqualTo("{\"a\":1}");
    for (var text : new String[] {"\ufeff", "\ufeff\ufeff1", " \ufeff1", "1\ufeff"}) {
      assertThatExceptionOfType(MalformedJson.class)
          .isThrownBy(() -> new Json().read(text.getBytes(UTF_8), Codecs.VALUE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "\\ud83dx"})
  void halfASurrogatePairIsBadText(String escape) {
    assertThat(
            Reading.problems(
                HeroCodec.INPUT, "{\"secret_name\":\"B\",\"name\":\"a%s\"}".formatted(escape)))
        .containsExactly("bad_text name");
  }

  @Test
  void aTextForATableHoldsNoZero() {
    assertThat(Reading.problems(HeroCodec.INPUT, "{\"name\":\"\\u0000a\",\"secret_name\":\"B\"}"))
        .containsExactly("bad_text name");
  }

  @Test
  void aDuplicateKeyIsAProblemAndTheFirstOneCounts() {
    assertThat(
            Reading.problems(HeroCodec.INPUT, "{\"name\":\"A\",\"secret_name\":\"B\",\"name\":5}"))
        .containsExactly("duplicate name");
    assertThat(Reading.problems(Codecs.VALUE, "{\"a\":{\"b\":1,\"b\":2}}"))
        .containsExactly("duplicate a.b");
  }

  @Test
  void nullWhereItIsNotAllowedIsAProblem() {
    assertThat(Reading.problems(HeroCodec.INPUT, "{\"name\":null,\"secret_name\":\"B\"}"))
        .containsExactly("null name");
    assertThat(Reading.problems(HeroCodec.INPUT, "null")).containsExactly("null ");
  }

  @Test
  void noBodyIsMissing() {
    assertThat(Reading.problems(HeroCodec.INPUT, "")).containsExactly("missing ");
  }

  @Test
  void keysMayBeEscaped() {
    assertThat(Reading.again(HeroCodec.INPUT, "{\"n\\u0061me\":\"A\",\"secret_name\":\"B\"}"))
        .startsWith("{\"name\":\"A\"");
  }

  @Test
  void nullInAPatchIsRefusedOnlyWhereTheComponentMayNotBeNull() {
    assertThat(Reading.problems(HeroCodec.CHANGES, "{\"name\":null,\"age\":null}"))
        .containsExactly("null name");
    assertThat(Reading.again(HeroCodec.CHANGES, "{\"id\":7,\"age\":null}"))
        .isEqualTo("{\"age\":null}");
    assertThat(Reading.again(HeroCodec.CHANGES, "{}")).isEqualTo("{}");
  }

  @Test
  void onlyTheFirstHundredProblemsAreKept() {
    var problems = new dev.covet.base.problem.Problems();
    var items = "[" + "0,".repeat(200) + "0]";
    new Json().read(items.getBytes(UTF_8), Codecs.list(Codecs.STRING), problems, "body");
    assertThat(problems.list()).hasSize(100);
    assertThat(problems.truncated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "JSON_DEPTH_MAX, [[[[[]]]]]",
    "JSON_DEPTH_MAX, '{\"u\":[[[[]]]]}'",
    "JSON_STRING_BYTES_MAX, '\"12345678901\"'",
    "JSON_STRING_BYTES_MAX, '\"1234567\\n8901\"'",
    "JSON_NAME_BYTES_MAX, '{\"123456\":1}'",
    "JSON_VALUES_MAX, '[1,2,3,4,5,6]'",
  })
  void everyLimitIsNamed(String limit, String text) {
    var few =
        Map.of(
            "jsonDepthMax", 4, "jsonStringBytesMax", 10, "jsonNameBytesMax", 5, "jsonValuesMax", 6);
    var json = new Json(LimitSource.with(few, JsonLimits::from));
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> json.read(text.getBytes(UTF_8), Codecs.VALUE))
        .satisfies(e -> assertThat(e.code()).isEqualTo(limit));
  }

  @Test
  void aNumberHasAtMostAThousandCharacters() {
    assertThat(Reading.problems(Codecs.DECIMAL, "1".repeat(1_000))).isEmpty();
    assertThat(Reading.problems(Codecs.DECIMAL, "1".repeat(1_001))).containsExactly("digits ");
  }
}
