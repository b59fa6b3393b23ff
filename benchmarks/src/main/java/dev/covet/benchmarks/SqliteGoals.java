package dev.covet.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Time of a session on SQLite, to JDBC by hand. */
final class SqliteGoals {
  private static final double KEY = 1.30;
  private static final double LIST = 1.10;
  private static final double WRITE = 1.10;

  private SqliteGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("measuring SQLite, about a minute and a half");
    var nanos = CodecGoals.nanos(SqliteBenchmark.class);
    return List.of(goal("key", KEY, nanos), goal("list", LIST, nanos), goal("write", WRITE, nanos));
  }

  private static Goal goal(String name, double goal, Map<String, Double> nanos) {
    double ours = nanos.getOrDefault(name + "Covet", Double.NaN);
    double byHand = nanos.getOrDefault(name + "ByHand", Double.NaN);
    var note = String.format(Locale.ROOT, "(%.1f us to %.1f us)", ours / 1e3, byHand / 1e3);
    return new Goal("sqlite " + name, ours / byHand, goal, note);
  }
}
