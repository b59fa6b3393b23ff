package dev.covet.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.file.Validators.Verdict;
import dev.covet.web.http.Headers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, 13.2.2: conditions in their order; 13.1.5: whether parts fit. */
class ValidatorsTest {
  private static final String TIME = "Fri, 02 Jan 2026 03:04:05 GMT";
  private static final String BEFORE = "Fri, 02 Jan 2026 03:04:04 GMT";
  private static final String LATER = "Fri, 02 Jan 2026 03:04:06 GMT";
  private static final Validators STRONG =
      new Validators("\"a\"", Instant.parse("2026-01-02T03:04:05Z"));

  private static Headers headers(String fields) {
    var texts =
        fields
            .replace("TIME", TIME)
            .replace("BEFORE", BEFORE)
            .replace("LATER", LATER)
            .split(";", -1);
    var all = new String[texts.length * 2];
    for (var i = 0; i < texts.length; i++) {
      var parts = texts[i].split(":", 2);
      all[2 * i] = parts[0].strip();
      all[2 * i + 1] = parts[1].strip();
    }
    return Headers.of(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          If-None-Match: "a"|NOT_MODIFIED
          If-None-Match: W/"a"|NOT_MODIFIED
          If-None-Match: "x", "a"|NOT_MODIFIED
          If-None-Match: *|NOT_MODIFIED
          If-None-Match: "x"|SEND
          If-None-Match: "x"; If-Modified-Since: LATER|SEND
          If-None-Match: "a"; If-Modified-Since: BEFORE|NOT_MODIFIED
          If-Modified-Since: TIME|NOT_MODIFIED
          If-Modified-Since: LATER|NOT_MODIFIED
          If-Modified-Since: BEFORE|SEND
          If-Modified-Since: yesterday|SEND
          If-Modified-Since: Friday, 02-Jan-26 03:04:05 GMT|NOT_MODIFIED
          If-Modified-Since: Fri Jan  2 03:04:05 2026|NOT_MODIFIED
          If-Modified-Since: Fri Jan  2 03:04:04 2026|SEND
          If-Match: "a"|SEND
          If-Match: *|SEND
          If-Match: W/"a"|FAILED
          If-Match: "x"|FAILED
          If-Match: "x"; If-None-Match: "a"|FAILED
          If-Match: "a"; If-None-Match: "a"|NOT_MODIFIED
          If-Match: "a"; If-Unmodified-Since: BEFORE|SEND
          If-Unmodified-Since: TIME|SEND
          If-Unmodified-Since: BEFORE|FAILED
          If-Unmodified-Since: nonsense|SEND
          If-Unmodified-Since: BEFORE; If-None-Match: "a"|FAILED
          """)
  void conditionsLeadToOneOfThree(String asked, Verdict expected) {
    assertThat(STRONG.verdict(headers(asked))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          If-Range: "a"|true
          If-Range: "x"|false
          If-Range: W/"a"|false
          If-Range: TIME|true
          If-Range: BEFORE|false
          If-Range: LATER|false
          If-Range: nonsense|false
          Range: bytes=0-|true
          """)
  void partsFitToWhatAClientHas(String asked, boolean expected) {
    assertThat(STRONG.fit(headers(asked))).isEqualTo(expected);
  }

  @Test
  void aWeakTagTellsThatNothingHasChangedAndNothingElse() {
    var weak = new Validators("W/\"a\"", null);
    assertThat(weak.verdict(headers("If-None-Match: W/\"a\""))).isEqualTo(Verdict.NOT_MODIFIED);
    assertThat(weak.verdict(headers("If-Match: W/\"a\""))).isEqualTo(Verdict.FAILED);
    assertThat(weak.fit(headers("If-Range: W/\"a\""))).isFalse();
    assertThat(weak.fit(headers("If-Range: TIME"))).isFalse();
  }

  @Test
  void withoutAnythingToTellNothingIsKnown() {
    var unknown = new Validators(null, null);
    assertThat(unknown.verdict(headers("If-None-Match: \"a\""))).isEqualTo(Verdict.SEND);
    assertThat(unknown.verdict(headers("If-Modified-Since: LATER"))).isEqualTo(Verdict.SEND);
    assertThat(unknown.fit(headers("If-Range: \"a\""))).isFalse();
  }
}
