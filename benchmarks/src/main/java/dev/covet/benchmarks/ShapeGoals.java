package dev.covet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Time of a field in a sealed type and in a generic record, as a ratio to a plain record's. */
final class ShapeGoals {
  private static final double MORE = 1.20;

  /** A sealed type has its tag as one more field. */
  private static final double TAGGED = 6.0 / 5;

  private ShapeGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("measuring shapes of values, about a minute");
    var nanos = CodecGoals.nanos(ShapeBenchmark.class);
    var goals = new ArrayList<Goal>();
    for (var kind : List.of("read", "write")) {
      goals.add(goal(nanos, kind + "Sealed", kind + "Plain", TAGGED));
      goals.add(goal(nanos, kind + "Page", kind + "Record", 1));
    }
    return goals;
  }

  private static Goal goal(Map<String, Double> nanos, String shape, String plain, double fields) {
    double reached = nanos.getOrDefault(shape, Double.NaN);
    double other = nanos.getOrDefault(plain, Double.NaN);
    var note = String.format(Locale.ROOT, "(%.0f ns to %.0f ns)", reached, other);
    return new Goal("a field, " + shape, reached / fields / other, MORE, note);
  }
}
