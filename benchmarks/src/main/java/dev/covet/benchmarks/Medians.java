package dev.covet.benchmarks;

import java.util.Collection;
import java.util.Locale;

/** The middle of several measurements, so that one disturbed round does not decide. */
final class Medians {
  private Medians() {}

  static double of(Collection<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    var middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The least and the greatest, for people: {@code 1.02-1.09}. */
  static String range(Collection<Double> values) {
    var stats = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return String.format(Locale.ROOT, "%.2f-%.2f", stats.getMin(), stats.getMax());
  }
}
