package dev.covet.base.problem;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that a whole text must match, as {@code @Pattern} means it. A sequence of
 * character classes with counts, in which no step can take what a later one needs, is matched by
 * loops in linear time; any other by {@code java.util.regex}, within a number of steps.
 */
public final class TextPattern {
  private final String regex;
  private final Optional<SimplePattern> simple;
  private final Pattern pattern;

  private TextPattern(String regex) {
    this.regex = regex;
    this.simple = SimplePattern.of(regex);
    this.pattern = Pattern.compile(regex);
  }

  /**
   * A pattern, to be made once and kept.
   *
   * @throws PatternSyntaxException if it is not one of {@code java.util.regex}
   */
  public static TextPattern of(String regex) {
    return new TextPattern(regex);
  }

  /** The regular expression as it was given. */
  public String regex() {
    return regex;
  }

  /** Whether matching takes time in proportion to the text's length, whatever the text. */
  public boolean isLinear() {
    return simple.isPresent();
  }

  /** Whether the whole text matches, within the usual number of steps. */
  public boolean matches(String text) {
    return matches(text, ProblemLimits.DEFAULT.patternStepsMax());
  }

  /**
   * Whether the whole text matches; a text that takes too many steps does not.
   *
   * @param stepsMax most characters that {@code java.util.regex} may look at
   */
  public boolean matches(String text, int stepsMax) {
    return simple.isPresent() ? simple.get().matches(text) : matchesWithin(text, stepsMax);
  }

  private boolean matchesWithin(String text, int stepsMax) {
    try {
      return pattern.matcher(new Counted(text, stepsMax)).matches();
    } catch (TooManySteps | StackOverflowError _) {
      return false;
    }
  }

  /** Thrown in the middle of {@code java.util.regex}, which has no other way to stop. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }

  /** Counts how often its characters are looked at. Not thread-safe. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int stepsLeft;

    Counted(String text, int stepsMax) {
      this.text = text;
      this.stepsLeft = stepsMax;
    }

    @Override
    public char charAt(int index) {
      if (--stepsLeft < 0) throw new TooManySteps();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
