package dev.covet.base.problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place as a chain of its location's elements. */
record Spot(Problems problems, @Nullable Spot parent, Object element) implements Place {
  @Override
  public void problem(String code, String reason) {
    problems.add(this::location, code, reason);
  }

  private List<Object> location() {
    var elements = new ArrayList<Object>();
    for (@Nullable Spot spot = this; spot != null; spot = spot.parent) {
      elements.addFirst(spot.element);
    }
    return elements;
  }

  @Override
  public Place field(String name) {
    return new Spot(problems, this, name);
  }

  @Override
  public Place index(int index) {
    return new Spot(problems, this, index);
  }

  @Override
  public int problemCount() {
    return problems.count();
  }

  @Override
  public int patternStepsMax() {
    return problems.limits().patternStepsMax();
  }

  @Override
  public @Nullable Instant now() {
    return problems.now();
  }
}
