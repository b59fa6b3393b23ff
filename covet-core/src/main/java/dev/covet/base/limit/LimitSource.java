package dev.covet.base.limit;

import java.util.Map;

/**
 * Where limits come from: settings, or a test. A record of limits asks for each of its components
 * by name, with the value that is safe in production; so a new limit is one component, one line
 * there, and one row of {@code docs/configuration.md}. No limit has a value for "unlimited".
 */
public interface LimitSource {
  /** Gives every limit its usual value. */
  LimitSource USUAL = of(Map.of());

  /**
   * The longest time that a limit may have unless it says otherwise, in seconds: about 68 years.
   */
  int SECONDS_MAX = Integer.MAX_VALUE;

  /**
   * A limit on what is counted: bytes, fields, requests.
   *
   * @param name such as {@code bodyBytesMax}
   * @param usual the value if none is given
   * @param most the highest value that can be given
   * @return from 1 to {@code most}
   */
  long whole(String name, long usual, long most);

  /**
   * A limit on time.
   *
   * @param name such as {@code idleSecondsMax}
   * @param usual the value if none is given, in seconds
   * @param most the highest value that can be given, in seconds
   * @return seconds, above 0 and at most {@code most}
   */
  double seconds(String name, double usual, int most);

  /** A limit on what is counted that is at most {@link Integer#MAX_VALUE}. */
  default int count(String name, int usual) {
    return (int) whole(name, usual, Integer.MAX_VALUE);
  }

  /** A limit on time that is at most {@link #SECONDS_MAX}. */
  default double seconds(String name, double usual) {
    return seconds(name, usual, SECONDS_MAX);
  }

  /**
   * Some values by name, and the usual ones of all other limits.
   *
   * @param values of limits that are counted, whole numbers
   */
  static LimitSource of(Map<String, ? extends Number> values) {
    return new LimitSource() {
      @Override
      public long whole(String name, long usual, long most) {
        var value = values.get(name);
        return value == null ? usual : value.longValue();
      }

      @Override
      public double seconds(String name, double usual, int most) {
        var value = values.get(name);
        return value == null ? usual : value.doubleValue();
      }
    };
  }
}
