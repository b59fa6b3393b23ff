package dev.covet.base.observe;

import java.util.List;
import java.util.Map;

/** What a name with its labels was at one moment. */
public sealed interface Metric {
  /** In snake case; of a counter it ends in {@code _total}, of a histogram in its unit. */
  String name();

  /** Values by the names of the labels, in order. */
  Map<String, String> labels();

  /** How often something has happened so far. */
  record Count(String name, Map<String, String> labels, long count) implements Metric {}

  /** What something is now. */
  record Level(String name, Map<String, String> labels, double value) implements Metric {}

  /**
   * How values were spread so far.
   *
   * @param buckets by their bounds; the last has all
   * @param sum of all values, in the unit of the name
   */
  record Spread(String name, Map<String, String> labels, List<Bucket> buckets, double sum)
      implements Metric {
    /** Copies the buckets. */
    public Spread {
      buckets = List.copyOf(buckets);
    }

    /** How many values there were. */
    public long count() {
      return buckets.getLast().count();
    }
  }

  /**
   * Values up to a bound.
   *
   * @param most the bound, in the unit of the name; the last is infinite
   * @param count how many values are at most that large
   */
  record Bucket(double most, long count) {}
}
