package dev.covet.base.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns on texts of clients: security.md J5, details.md 8. */
class TextPatternTest {
  private static final String ALPHABET = "aAbz019_- .\n\u00e9@AB\ud834\udd1e";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[A-Z]{3}-[0-9]{4}$",
        "[a-z]+",
        "\\d{2,3}",
        "a?b",
        "[^@]+@[^@]+",
        "\\w*",
        "[a-zA-Z_][0-9]*",
        "",
        "^$",
        "\\s+",
        "x{0}",
        "[.]-?",
        "[\\w.-]+",
        "[a\\--]"
      })
  void simplePatternsAreLinearAndMeanWhatTheJdkMeans(String regex) {
    assertThat(TextPattern.of(regex).isLinear()).isTrue();
    assertMatchesLikeTheJdk(regex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a|b)+",
        "a+a",
        "[a-z]*z",
        "a*?",
        "a++",
        ".",
        "(?i)a",
        "\\p{L}+",
        "a|b",
        "[a&&b]",
        "\u00e9",
        "[a-z]{1,3}[a-f]",
        "\\bA",
        "a{2}{3}",
        "[\\!-~]",
        "[\\w-.]"
      })
  void otherPatternsAreLeftToTheJdk(String regex) {
    assertThat(TextPattern.of(regex).isLinear()).isFalse();
    assertMatchesLikeTheJdk(regex);
  }

  private static void assertMatchesLikeTheJdk(String regex) {
    var ours = TextPattern.of(regex);
    var theirs = Pattern.compile(regex);
    var random = new Random(regex.hashCode());
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      assertThat(ours.matches(text.toString()))
          .as("%s on %s", regex, text)
          .isEqualTo(theirs.matcher(text).matches());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|aa)+b", "(.*)*b", "(\\w+\\s?)+!"})
  @Timeout(300)
  void aPatternThatNeedsTooManyStepsDoesNotMatchAndEnds(String regex) {
    assertThat(TextPattern.of(regex).matches("a".repeat(5_000))).isFalse();
  }

  @Test
  void aPatternThatWouldOverflowTheStackDoesNotMatch() {
    assertThat(TextPattern.of("(a|b)*").matches("ab".repeat(200_000))).isFalse();
  }

  @Test
  void aLongTextIsMatchedInOnePass() {
    assertThat(TextPattern.of("[a-z]+[0-9]+").matches("a".repeat(1_000_000) + "1")).isTrue();
    assertThat(TextPattern.of("[a-z]+[0-9]+").matches("a".repeat(1_000_000))).isFalse();
  }

  @Test
  void whatIsNoPatternIsRefused() {
    assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> TextPattern.of("["));
  }
}
