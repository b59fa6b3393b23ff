package dev.covet.web.bind;

import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One value on its way to a parameter, at its place. Not thread-safe. */
abstract sealed class BoundValue implements Place permits TextValue, FileValue {
  private final Problems problems;
  private final Place at;
  private final int problemsBefore;

  BoundValue(Problems problems, Place at) {
    this.problems = problems;
    this.at = at;
    this.problemsBefore = problems.count();
  }

  /** Whether nothing is wrong with it so far. */
  public boolean valid() {
    return problems.count() == problemsBefore;
  }

  @Override
  public void problem(String code, String reason) {
    at.problem(code, reason);
  }

  @Override
  public Place field(String name) {
    return at.field(name);
  }

  @Override
  public Place index(int index) {
    return at.index(index);
  }

  @Override
  public int patternStepsMax() {
    return problems.limits().patternStepsMax();
  }

  @Override
  public @Nullable Instant now() {
    return at.now();
  }

  @Override
  public int problemCount() {
    return problems.count();
  }
}
