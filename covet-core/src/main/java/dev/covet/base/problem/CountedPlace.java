package dev.covet.base.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place whose problems are only counted, wherever below it they are. Not thread-safe. */
final class CountedPlace implements Place {
  private final Place at;
  private int count;

  CountedPlace(Place at) {
    this.at = at;
  }

  @Override
  public void problem(String code, String reason) {
    count++;
  }

  @Override
  public Place field(String name) {
    return this;
  }

  @Override
  public Place index(int index) {
    return this;
  }

  @Override
  public int problemCount() {
    return count;
  }

  @Override
  public int patternStepsMax() {
    return at.patternStepsMax();
  }

  @Override
  public @Nullable Instant now() {
    return at.now();
  }
}
