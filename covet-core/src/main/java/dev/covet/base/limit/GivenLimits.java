package dev.covet.base.limit;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Limits that code gives, each checked as a setting is, and the usual ones. Not thread-safe, unless
 * nothing is given.
 */
final class GivenLimits implements LimitSource {
  private final Map<String, ? extends Number> values;
  private final Set<String> asked = new HashSet<>();

  GivenLimits(Map<String, ? extends Number> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  public long whole(String name, long usual, long most) {
    var value = given(name);
    if (value == null) return usual;
    if (!fits(value, most) || value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "%s must be a whole number from 1 to %s: %s".formatted(name, most, values.get(name)));
    }
    return value.longValueExact();
  }

  @Override
  public double seconds(String name, double usual, int most) {
    var value = given(name);
    if (value == null) return usual;
    if (!fits(value, most)) {
      throw new IllegalArgumentException(
          "%s must be above 0, and at most %s: %s".formatted(name, most, values.get(name)));
    }
    return value.doubleValue();
  }

  private @Nullable BigDecimal given(String name) {
    var value = values.get(name);
    if (value == null) return null;
    asked.add(name);
    return decimal(value);
  }

  /** Infinity and {@code NaN} are as 0, which no limit may be. */
  private static BigDecimal decimal(Number value) {
    try {
      return new BigDecimal(value.toString());
    } catch (NumberFormatException _) {
      return BigDecimal.ZERO;
    }
  }

  private static boolean fits(BigDecimal value, long most) {
    return value.signum() > 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /** Refuses what nobody asked for. */
  void mustAllBeAsked() {
    var unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("There is no limit " + String.join(", ", unknown));
    }
  }
}
