package dev.covet.base.problem;

import dev.covet.base.limit.LimitSource;

/**
 * How much is told of one input, and how long it is looked at.
 *
 * @param problemsMax most problems that are kept, at least 1; more only mark the answer as
 *     truncated
 * @param patternStepsMax most characters that a pattern which is not linear may look at for one
 *     text, at least 1; a text that takes more does not match
 */
public record ProblemLimits(int problemsMax, int patternStepsMax) {
  /** 100 problems, 1,000,000 steps. */
  public static final ProblemLimits DEFAULT = from(LimitSource.USUAL);

  /** Both are above zero. */
  public ProblemLimits {
    if (problemsMax < 1 || patternStepsMax < 1) {
      throw new IllegalArgumentException(
          "must be at least 1: problemsMax %s, patternStepsMax %s"
              .formatted(problemsMax, patternStepsMax));
    }
  }

  /** The limits that a source gives by their names. */
  public static ProblemLimits from(LimitSource limits) {
    return new ProblemLimits(
        limits.count("problemsMax", 100), limits.count("patternStepsMax", 1_000_000));
  }
}
