package dev.covet.base.problem;

import java.util.List;
import java.util.Optional;

/**
 * A sequence of character classes with counts. Each step takes as many characters as it can, so a
 * pattern is only simple where that is never wrong: where what a step of varying length takes and
 * what may come after it have no character in common.
 */
final class SimplePattern {
  /**
   * One step.
   *
   * @param low which characters below 64, a bit each
   * @param high which characters from 64 to 127
   * @param others whether all characters beyond ASCII, too
   */
  record Step(long low, long high, boolean others, int min, int max) {
    boolean takes(int c) {
      return c < 64 ? ((low >>> c) & 1) != 0 : c < 128 ? ((high >>> c) & 1) != 0 : others;
    }

    boolean meets(Step that) {
      return (low & that.low) != 0 || (high & that.high) != 0 || (others && that.others);
    }
  }

  private final Step[] steps;

  private SimplePattern(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  /** The pattern, if the regular expression is simple. */
  static Optional<SimplePattern> of(String regex) {
    var steps = new PatternParser(regex).steps();
    return steps.filter(SimplePattern::isGreedySafe).map(SimplePattern::new);
  }

  private static boolean isGreedySafe(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).min() < steps.get(i).max() && meetsLater(steps, i)) return false;
    }
    return true;
  }

  /** Whether a step that may come right after number {@code i} takes one of its characters. */
  private static boolean meetsLater(List<Step> steps, int i) {
    for (int next = i + 1; next < steps.size(); next++) {
      if (steps.get(next).max() > 0 && steps.get(i).meets(steps.get(next))) return true;
      if (steps.get(next).min() > 0) return false;
    }
    return false;
  }

  boolean matches(String text) {
    int at = 0;
    for (var step : steps) {
      int count = 0;
      while (count < step.max && at < text.length() && step.takes(text.charAt(at))) {
        at += text.charAt(at) < 0x80 ? 1 : Character.charCount(text.codePointAt(at));
        count++;
      }
      if (count < step.min) return false;
    }
    return at == text.length();
  }
}
