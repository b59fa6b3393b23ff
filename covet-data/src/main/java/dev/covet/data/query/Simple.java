package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/** Conditions without those that ask for nothing. */
public final class Simple {
  private Simple() {}

  /** Whether nothing is asked in the end: values that conditions were made for were left out. */
  public static <T> boolean isOpen(Condition<T> condition) {
    return of(condition) instanceof Condition.Open<T>;
  }

  /** A condition that means the same. */
  public static <T> Condition<T> of(Condition<T> condition) {
    return switch (condition) {
      case Condition.All<T>(var of) -> {
        var asked = asked(of);
        yield asked.isEmpty()
            ? new Condition.Open<>()
            : asked.size() == 1 ? asked.getFirst() : new Condition.All<>(asked);
      }
      case Condition.Any<T>(var of) -> {
        var asked = asked(of);
        yield asked.isEmpty() && !of.isEmpty()
            ? new Condition.Open<>()
            : new Condition.Any<>(asked);
      }
      case Condition.Not<T>(var of) -> {
        var simple = of(of);
        yield simple instanceof Condition.Open<T> ? simple : new Condition.Not<>(simple);
      }
      case Condition.Refers<T, ?> refers -> refers(refers);
      default -> condition;
    };
  }

  private static <T, O> Condition<T> refers(Condition.Refers<T, O> refers) {
    var simple = of(refers.condition());
    return simple instanceof Condition.Open<O>
        ? new Condition.Open<>()
        : new Condition.Refers<>(refers.of(), refers.target(), simple);
  }

  private static <T> List<Condition<T>> asked(List<Condition<T>> conditions) {
    var asked = new ArrayList<Condition<T>>(conditions.size());
    for (var condition : conditions) {
      var simple = of(condition);
      if (!(simple instanceof Condition.Open<T>)) asked.add(simple);
    }
    return asked;
  }
}
