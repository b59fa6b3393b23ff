package dev.covet.base.problem;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import java.time.Instant;
import java.util.List;
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

  /** The place of a value within this one: by names, and by positions in lists. */
  default Place below(List<?> path) {
    var place = this;
    for (var step : path) {
      place = step instanceof Integer i ? place.index(i) : place.field(String.valueOf(step));
    }
    return place;
  }

  /**
   * Tells that the constructor of the record just read did not take what was read: the problems of
   * an {@link Invalid}, each below this place, else one, {@code invalid}, here.
   *
   * @param thrown what the constructor threw; its own text goes to no client
   */
  default void refused(RuntimeException thrown) {
    var problems = thrown instanceof Invalid invalid ? invalid.problems() : List.<Problem>of();
    for (var problem : problems) {
      below(problem.location().subList(1, problem.location().size()))
          .problem(problem.code(), problem.reason());
    }
    if (problems.isEmpty()) problem("invalid", "is not valid");
  }
}
