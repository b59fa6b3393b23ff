package dev.covet.processor.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.codec.TextForm;
import dev.covet.base.problem.Problems;
import dev.covet.processor.model.data.EnumModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A default is read as a value of a request would be. */
class DefaultTextTest {
  private static final String[] TEXTS = {
    "",
    " ",
    "0",
    "-0",
    "7",
    "007",
    "+1",
    "-1",
    ".5",
    "1.",
    "1.0",
    "1.50",
    "1e2",
    "1E+2",
    "1e-2",
    "1.5e1",
    "0x1F",
    "1_000",
    "NaN",
    "Infinity",
    "1f",
    "2147483647",
    "2147483648",
    "-2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "1e400",
    "-1e400",
    "1e1000",
    "1e1001",
    "1e-1001",
    "true",
    "TRUE",
    "false",
    "null",
    "1 ",
    "\u0661",
    "2026-01-31",
    "2026-02-30",
    "2026-1-31",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "+10000-01-01",
    "2026-01-31T12:00:00Z",
    "2026-01-31t12:00:00z",
    "2026-01-31T12:00Z",
    "2026-01-31T12:00:60Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T12:00:00.123456789+02:00",
    "2026-01-31T12:00:00.1234567890Z",
    "2026-01-31T12:00:00+18:30",
    "2026-01-31 12:00:00Z",
    "2026-01-31T12:00:00,5Z",
    "123e4567-e89b-12d3-a456-426614174000",
    "123E4567-E89B-12D3-A456-426614174000",
    "1-1-1-1-1",
    "123e4567e89b12d3a456426614174000",
    "127",
    "128",
    "-32769",
    "3.5e38",
    "x",
    "https://example.org",
    "a b",
    "12:30",
    "24:00",
    "12:30:00+01:00",
    "2026-01-31T12:30:00",
    "2026-07-01T12:30:00+02:00[Europe/Berlin]",
    "2026-07-01T12:30:00+01:00[Europe/Berlin]",
    "PT1H",
    "P1Y",
    "2026",
    "2026-01",
    "--12-31",
    "--02-30",
    "Europe/Berlin",
    "+01:00"
  };

  @ParameterizedTest
  @EnumSource
  void whatNoRequestCouldSayIsNoDefault(ScalarKind kind) throws ReflectiveOperationException {
    for (var text : TEXTS) {
      assertThat(DefaultText.canonical(kind, text).isPresent())
          .as("%s of %s", text, kind)
          .isEqualTo(isReadAtRunTime(kind, text));
    }
  }

  private static boolean isReadAtRunTime(ScalarKind kind, String text)
      throws ReflectiveOperationException {
    var problems = new Problems();
    var form = (TextForm<?>) TextForm.class.getField(kind.name()).get(null);
    assertThat(form.read(problems.at("query"), text)).isNotNull();
    return problems.isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          INT,     007,                       7
          LONG,    -0,                        0
          BYTE,    -128,                      -128
          CHAR,    x,                         x
          TIME,    12:30,                     12:30:00
          DURATION, P1D,                      PT24H
          YEAR,    007,                       7
          DOUBLE,  01.50,                     1.50
          DECIMAL, 1.50,                      1.50
          DATE,    2026-01-31,                2026-01-31
          INSTANT, 2026-01-31t12:00:00+02:00, 2026-01-31T10:00:00.000Z
          UUID,    123E4567-E89B-12D3-A456-426614174000, 123e4567-e89b-12d3-a456-426614174000
          """)
  void aDefaultIsWrittenAsJsonWritesIt(ScalarKind kind, String text, String canonical) {
    assertThat(DefaultText.canonical(kind, text)).isEqualTo(Optional.of(canonical));
  }

  @Test
  void aConstantIsKnownByItsNameForClientsAlone() {
    var constants =
        List.of(new EnumModel.Constant("RED", "red"), new EnumModel.Constant("OTHER", "RED"));

    assertThat(EnumModel.Constant.of(constants, "red").orElseThrow().name()).isEqualTo("RED");
    assertThat(EnumModel.Constant.of(constants, "RED").orElseThrow().name()).isEqualTo("OTHER");
    assertThat(EnumModel.Constant.of(constants, "OTHER")).isEmpty();
  }
}
