package dev.covet.web.docs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D62: patterns in the document are those of ECMA-262; a conformance step runs them in Node. */
class EcmaPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          [a-z0-9-]{1,60} -> ^[a-z0-9\\-]{1,60}$
          ^[a-z]+$ -> ^[a-z]+$
          a|b -> ^(?:a|b)$
          ^a|b$ -> ^(?:a|b)$
          (?:a|b)c -> ^(?:a|b)c$
          (a|b)*c -> ^(a|b)*c$
          a.b -> ^a[^\\n\\r\\u0085\\u2028\\u2029]b$
          (?s)a.b -> ^a[\\s\\S]b$
          \\s\\S -> ^[\\t-\\r ][^\\t-\\r ]$
          \\d{3}\\-\\w? -> ^\\d{3}-\\w?$
          (?i)ab-1 -> ^[aA][bB]-1$
          (?i)[a-fX] -> ^[a-fA-FXx]$
          (?i)..\\d++ -> ^[^\\n\\r\\u0085\\u2028\\u2029][^\\n\\r\\u0085\\u2028\\u2029]\\d+$
          [a-z&&[^aeiou]]+ -> ^(?:(?=[a-z])[^aeiou])+$
          [a-c[x-z]] -> ^[a-cx-z]$
          [^a[\\S]] -> ^(?:(?!(?:[a]|[^\\t-\\r ]))[\\s\\S])$
          \\p{Alpha}\\h* -> ^[A-Za-z][\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]*$
          \\P{Digit} -> ^[^0-9]$
          \\p{L}+\\p{IsLatin}\\pN\\p{Lu} -> ^\\p{L}+\\p{Script=Latin}\\p{N}\\p{Lu}$
          \\Q1+1\\E -> ^1\\+1$
          [\\w.+-]+@[\\w-]+ -> ^[\\w.+\\-]+@[\\w\\-]+$
          \\#\\_]} -> ^#_\\]\\}$
          \\x41\\x{1F600}\\u0042 -> ^A\\u{1f600}B$
          (?<year>\\d{4})(?=x)(?!y)x -> ^(?<year>\\d{4})(?=x)(?!y)x$
          \\Ax\\z -> ^^x$$
          [\\Qa\\E] -> -
          a++b -> -
          (ab)++ -> -
          (?>a) -> -
          (a)\\1 -> -
          a(?i)b -> -
          (?m)a -> -
          (?i)\\p{L} -> -
          (a$)b -> -
          \\p{javaLowerCase} -> -
          \\p{InGreek} -> -
          \\bx -> -
          x\\B -> -
          \\b{g}x -> -
          \\Z -> -
          \\07 -> -
          """)
  void aPatternIsTranslatedOrLeftOut(String java, String ecma) {
    assertThat(EcmaPattern.of(java).orElse("-")).isEqualTo(ecma);
  }
}
