package dev.covet.base.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place whose problems all have one reason. */
record Saying(Place place, String reason) implements Place {
  @Override
  public void problem(String code, String unused) {
    place.problem(code, reason);
  }

  @Override
  public Place field(String name) {
    return new Saying(place.field(name), reason);
  }

  @Override
  public Place index(int index) {
    return new Saying(place.index(index), reason);
  }

  @Override
  public int problemCount() {
    return place.problemCount();
  }

  @Override
  public int patternStepsMax() {
    return place.patternStepsMax();
  }

  @Override
  public @Nullable Instant now() {
    return place.now();
  }
}
