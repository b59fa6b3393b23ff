package dev.covet.base.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What JSON cannot say is a fault that names the place where it would stand. */
class UnwritableTest {
  @Test
  void thePlaceIsNamedByNamesAndPositions() {
    refused("JSON has no number for NaN, at its root", out -> out.write(Double.NaN));
    refused(
        "JSON has no number for Infinity, at /2",
        out -> {
          out.beginArray();
          out.write("a,[{\"");
          out.write(1);
          out.write(Double.POSITIVE_INFINITY);
        });
    refused(
        "JSON has no half surrogate pairs, at /0/7/b\\\"/1/x",
        out -> {
          out.beginArray();
          out.beginObject();
          out.name("a");
          out.beginArray();
          out.write(1);
          out.endArray();
          out.name("7");
          out.beginObject();
          out.name("b\"");
          out.beginArray();
          out.writeNull();
          out.beginObject();
          out.name("empty");
          out.beginObject();
          out.endObject();
          out.name("x");
          out.write("a\ud800");
        });
  }

  @Test
  void timesOutsideOfFourDigitYearsCannotBeWritten() {
    refused(
        "JSON has dates of the years 1 to 9999, not 10000, at its root",
        out -> out.write(LocalDate.of(10_000, 1, 1)));
    refused(
        "JSON has times of the years 1 to 9999, not +10000-01-01T00:00:00Z, at its root",
        out -> out.write(Instant.parse("+10000-01-01T00:00:00Z")));
    refused(
        "JSON has times of the years 1 to 9999, not 0000-12-31T23:59:59Z, at its root",
        out -> out.write(Instant.parse("0000-12-31T23:59:59Z")));
  }

  private static void refused(String message, Consumer<JsonWriter> write) {
    assertThatThrownBy(() -> write.accept(new JsonWriter(16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message + ", written by ");
  }
}
