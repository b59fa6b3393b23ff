package dev.covet.base.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of the input stands. Asking for a place costs next to nothing; its location is made
 * when a problem is added.
 */
public interface Place {
  /**
   * Adds a problem with the value that stands here.
   *
   * @param code stable, lower snake case
   * @param reason what would be right, for people
   */
  void problem(String code, String reason);

  /** The place of a component of the object here, by its name in the input. */
  Place field(String name);

  /** The place of an element of the list here, from 0. */
  Place index(int index);

  /** Number of problems so far, here and anywhere else: whether a step added one shows by it. */
  int problemCount();

  /** Most characters that a pattern may look at for the value here, unless it is linear. */
  default int patternStepsMax() {
    return ProblemLimits.DEFAULT.patternStepsMax();
  }

  /**
   * The time for constraints that compare with it, by the app's clock; null where what stands here
   * was not just sent: rows, answers and values that a program makes are not too late.
   */
  default @Nullable Instant now() {
    return null;
  }

  /** This place, where every problem has the given reason: the message of a constraint. */
  default Place saying(String reason) {
    return new Saying(this, reason);
  }
}
