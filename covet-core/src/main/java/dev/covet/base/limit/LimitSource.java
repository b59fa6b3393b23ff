package dev.covet.base.limit;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Where limits come from: settings, or a test. A record of limits asks for each of its components
 * by name, with the value that is safe in production; so a new limit is one component, one line
 * there, and one row of {@code docs/settings.md}. No limit has a value for "unlimited".
 */
public interface LimitSource {
  /** Gives every limit its usual value. */
  LimitSource USUAL = with(Map.of(), usual -> usual);

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
    return count(name, usual, Integer.MAX_VALUE);
  }

  /** A limit on what is counted, whose highest value fits an {@code int}. */
  default int count(String name, int usual, int most) {
    return (int) whole(name, usual, most);
  }

  /** A limit on time that is at most {@link #SECONDS_MAX}. */
  default double seconds(String name, double usual) {
    return seconds(name, usual, SECONDS_MAX);
  }

  /**
   * A limit on time, in whole milliseconds and never none: for much of what waits, 0 is for ever.
   *
   * @param name such as {@code statementSecondsMax}
   * @param usual the value if none is given, in seconds
   * @param most the highest value that can be given, in seconds
   */
  default Duration time(String name, double usual, int most) {
    return Duration.ofMillis(Math.max(1, Math.round(seconds(name, usual, most) * 1_000)));
  }

  /**
   * Limits of which some have other values than usual: {@code with(Map.of("jsonDepthMax", 4),
   * JsonLimits::from)}.
   *
   * @throws IllegalArgumentException if a value cannot be that of its limit, or a name is none of
   *     those that {@code limits} asks for
   */
  static <L> L with(Map<String, ? extends Number> values, Function<LimitSource, L> limits) {
    var given = new GivenLimits(values);
    var made = limits.apply(given);
    given.mustAllBeAsked();
    return made;
  }
}
