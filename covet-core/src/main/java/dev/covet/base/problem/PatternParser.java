package dev.covet.base.problem;

import dev.covet.base.problem.SimplePattern.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a regular expression as a sequence of character classes with counts. What it does not know
 * for certain (groups, alternatives, {@code .}, other escapes) makes the pattern not simple. Not
 * thread-safe.
 */
final class PatternParser {
  private static final String SPECIAL = "\\[](){}.*+?^$|";
  private static final String SPACES = " \t\n\u000B\f\r";
  private static final int COUNT_DIGITS_MAX = 6;

  private final String regex;
  private int at;
  private long low;
  private long high;

  PatternParser(String regex) {
    this.regex = regex;
  }

  /** The steps, or nothing if the pattern is not simple. */
  Optional<List<Step>> steps() {
    try {
      return Optional.of(sequence());
    } catch (NotSimple _) {
      return Optional.empty();
    }
  }

  private List<Step> sequence() throws NotSimple {
    var steps = new ArrayList<Step>();
    take('^');
    while (at < regex.length()) {
      if (regex.charAt(at) == '$' && at == regex.length() - 1) {
        at++;
      } else {
        steps.add(step());
      }
    }
    return steps;
  }

  private Step step() throws NotSimple {
    low = 0;
    high = 0;
    var others = characters();
    var count = count();
    if (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
      throw new NotSimple(); // reluctant, possessive, or no pattern at all
    }
    return new Step(low, high, others, count[0], count[1]);
  }

  /** Reads one class into {@code low} and {@code high}; says whether it has all beyond ASCII. */
  private boolean characters() throws NotSimple {
    if (take('[')) return brackets();
    if (take('\\')) {
      escape();
      return false;
    }
    add(plain());
    return false;
  }

  private boolean brackets() throws NotSimple {
    var negated = take('^');
    do {
      member();
    } while (!take(']'));
    if (negated) {
      low = ~low;
      high = ~high;
    }
    return negated;
  }

  private void member() throws NotSimple {
    var c = next();
    if (c == '\\') {
      escape();
      if (isRange()) {
        throw new NotSimple(); // from a character that is escaped
      }
    } else if ("[]&^".indexOf(c) >= 0) {
      throw new NotSimple();
    } else if (isRange()) {
      at++;
      range(c, next());
    } else {
      add(c);
    }
  }

  private boolean isRange() {
    return at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
  }

  private void range(char from, char to) throws NotSimple {
    if (from > to || "\\[]&".indexOf(to) >= 0) throw new NotSimple();
    for (char c = from; c <= to; c++) add(c);
  }

  private void escape() throws NotSimple {
    var c = next();
    switch (c) {
      case 'd' -> range('0', '9');
      case 'w' -> word();
      case 's' -> spaces();
      default -> {
        if (Character.isLetterOrDigit(c)) throw new NotSimple();
        add(c);
      }
    }
  }

  private void word() throws NotSimple {
    range('0', '9');
    range('A', 'Z');
    range('a', 'z');
    add('_');
  }

  private void spaces() throws NotSimple {
    for (int i = 0; i < SPACES.length(); i++) add(SPACES.charAt(i));
  }

  private char plain() throws NotSimple {
    var c = next();
    if (SPECIAL.indexOf(c) >= 0) throw new NotSimple();
    return c;
  }

  private void add(char c) throws NotSimple {
    if (c >= 128) throw new NotSimple();
    if (c < 64) {
      low |= 1L << c;
    } else {
      high |= 1L << c;
    }
  }

  /** Least and most repetitions. */
  private int[] count() throws NotSimple {
    if (take('?')) return new int[] {0, 1};
    if (take('*')) return new int[] {0, Integer.MAX_VALUE};
    if (take('+')) return new int[] {1, Integer.MAX_VALUE};
    return take('{') ? braces() : new int[] {1, 1};
  }

  private int[] braces() throws NotSimple {
    int min = number();
    int max = min;
    if (take(',')) {
      max = at < regex.length() && regex.charAt(at) == '}' ? Integer.MAX_VALUE : number();
    }
    if (!take('}') || max < min) throw new NotSimple();
    return new int[] {min, max};
  }

  private int number() throws NotSimple {
    int start = at;
    int value = 0;
    while (at < regex.length() && regex.charAt(at) >= '0' && regex.charAt(at) <= '9') {
      value = value * 10 + regex.charAt(at++) - '0';
      if (at - start > COUNT_DIGITS_MAX) throw new NotSimple();
    }
    if (at == start) throw new NotSimple();
    return value;
  }

  private boolean take(char c) {
    if (at < regex.length() && regex.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private char next() throws NotSimple {
    if (at == regex.length()) throw new NotSimple();
    return regex.charAt(at++);
  }

  /** The pattern is for {@code java.util.regex}. */
  private static final class NotSimple extends Exception {
    private static final long serialVersionUID = 1L;

    NotSimple() {
      super(null, null, false, false);
    }
  }
}
