package dev.covet.data;

import dev.covet.data.query.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions made of others. */
public final class Expressions {
  private Expressions() {}

  /** The condition that a value leads to; none if it is null, an empty string or collection. */
  public static <T, V> Condition<T> when(
      @Nullable V value, Function<? super V, Condition<T>> condition) {
    return value == null || isEmpty(value) ? new Condition.Open<>() : condition.apply(value);
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case CharSequence text -> text.isEmpty();
      case Collection<?> values -> values.isEmpty();
      case Map<?, ?> values -> values.isEmpty();
      case Optional<?> maybe -> maybe.isEmpty();
      default -> false;
    };
  }

  /** At least one of them holds. */
  @SafeVarargs
  public static <T> Condition<T> or(Condition<T>... conditions) {
    var any = new ArrayList<Condition<T>>();
    for (var condition : conditions) {
      if (condition instanceof Condition.Any<T>(var inner) && !inner.isEmpty()) {
        any.addAll(inner);
      } else {
        any.add(condition);
      }
    }
    return new Condition.Any<>(any);
  }

  /** It does not hold; as in SQL, a comparison with null neither holds nor does not. */
  public static <T> Condition<T> not(Condition<T> condition) {
    return new Condition.Not<>(condition);
  }
}
