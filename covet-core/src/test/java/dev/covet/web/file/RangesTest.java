package dev.covet.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Headers;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P2: what is made of {@code Range}. */
class RangesTest {
  private static String found(Headers asked, long length) {
    return Ranges.of(asked, length, 8)
        .map(ranges ->
            ranges.all().isEmpty()
                ? "none"
                : ranges.all().stream()
                    .map(each -> each.offset() + "+" + each.length())
                    .collect(Collectors.joining(" ")))
        .orElse("whole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-0|0+1
          bytes=0-9|0+10
          bytes=0-99|0+10
          bytes=5-|5+5
          BYTES=5-|5+5
          bytes=-3|7+3
          bytes=-5000|0+10
          bytes=9-|9+1
          bytes=0-99999999999999999999999|0+10
          bytes=10-|none
          bytes=10-20|none
          bytes=99999999999999999999999-|none
          bytes=-0|none
          bytes=1-3,6-8|1+3 6+3
          bytes=6-8, 1-3|6+3 1+3
          bytes=0-0,1-1|0+1 1+1
          bytes=0-1,20-30|0+2
          bytes=20-30,40-50|none
          bytes=0-5,3-8|whole
          bytes=0-,0-,0-|whole
          bytes=0-,-1|whole
          bytes=5-3|whole
          bytes=abc|whole
          bytes=-|whole
          bytes=|whole
          bytes: 0-22|whole
          bytes=0-1x|whole
          bytes=0-1;2-3|whole
          bytes=+0-1|whole
          bytes=0--1|whole
          items=0-1|whole
          bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7|0+1 1+1 2+1 3+1 4+1 5+1 6+1 7+1
          bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8|whole
          """)
  void aFileOfTenBytesHasTheseParts(String asked, String expected) {
    assertThat(found(Headers.of("Range", asked), 10)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-, none", "bytes=-5, whole", "bytes=-0, none"})
  void anEmptyFileHasAnEndButNoBytes(String asked, String expected) {
    assertThat(found(Headers.of("Range", asked), 0)).isEqualTo(expected);
  }

  @Test
  void twoFieldsAreOneThatNobodyUnderstands() {
    var twice = Headers.of("Range", "bytes=0-1", "Range", "bytes=4-5");
    assertThat(found(twice, 10)).isEqualTo("whole");
    assertThat(found(Headers.empty(), 10)).isEqualTo("whole");
  }
}
