package dev.covet.gen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** S1.di.request: a service that is asked by a qualifier is that of its very values. */
final class QualifierTextTest {
  @Test
  void aQualifierReadsAsItIsWritten() {
    assertThat(QualifierText.of("heroes.Bucket", "avatars", TimeUnit.DAYS, 3, String.class))
        .isEqualTo("@heroes.Bucket(\"avatars\", DAYS, 3, java.lang.String)");
  }

  @Test
  void otherValuesAreAnotherText() {
    assertThat(QualifierText.of("a.B", (Object) new String[] {"x, y"}))
        .isNotEqualTo(QualifierText.of("a.B", (Object) new String[] {"x", "y"}))
        .isNotEqualTo(QualifierText.of("a.B", (Object) new String[] {"x\", \"y"}));
    assertThat(QualifierText.of("a.B", "x\", \"y")).isNotEqualTo(QualifierText.of("a.B", "x", "y"));
    assertThat(QualifierText.of("a.B", "\\")).isNotEqualTo(QualifierText.of("a.B", "\\\\"));
    assertThat(QualifierText.of("a.B", new char[] {',', ' '}))
        .isNotEqualTo(QualifierText.of("a.B", new char[] {',', ' ', ',', ' '}));
    assertThat(QualifierText.of("a.B", new int[] {1, 2})).isEqualTo("@a.B([1, 2])");
  }
}
