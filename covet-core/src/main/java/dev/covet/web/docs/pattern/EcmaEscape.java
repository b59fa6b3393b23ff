package dev.covet.web.docs.pattern;

import dev.covet.web.docs.pattern.EcmaPattern.NoTranslation;
import dev.covet.web.docs.pattern.EcmaPattern.Scan;
import java.util.List;

/** Escapes of Java's regular expressions that stand for one character. */
final class EcmaEscape {
  private static final String NAMED = "tnrfae";
  private static final String MEANT = "\t\n\r\f\u0007\u001b";

  private EcmaEscape() {}

  /** The character, behind the backslash; none, and nothing is read, if it is no such escape. */
  static List<Integer> character(Scan in) throws NoTranslation {
    for (var i = 0; i < NAMED.length(); i++) {
      if (in.skips(NAMED.substring(i, i + 1))) return List.of((int) MEANT.charAt(i));
    }
    if (in.skips("x{")) return List.of(number(in.before("}"), 16));
    if (in.skips("x")) return List.of(number(digits(in, 2), 16));
    if (in.skips("u")) return List.of(number(digits(in, 4), 16));
    if (in.skips("c")) return List.of(in.next() ^ 0x40);
    return in.isAtLetterOrDigit() ? List.of() : List.of(in.next());
  }

  private static String digits(Scan in, int count) throws NoTranslation {
    var digits = new StringBuilder();
    for (var i = 0; i < count; i++) digits.appendCodePoint(in.next());
    return digits.toString();
  }

  private static int number(String digits, int radix) throws NoTranslation {
    var number = Integer.parseInt(digits, radix);
    if (number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE) {
      throw new NoTranslation();
    }
    return number;
  }
}
