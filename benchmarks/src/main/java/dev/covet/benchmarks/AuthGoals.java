package dev.covet.benchmarks;

import dev.covet.security.TokenBenchmark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What signing in costs: others, while passwords are hashed, and each request. */
final class AuthGoals {
  private static final double TOKEN_MICROS = 1.5;

  private AuthGoals() {}

  static List<Goal> measure(Plan plan) throws IOException {
    var goals = new ArrayList<Goal>();
    goals.add(token());
    goals.addAll(SignedGoals.measure(plan));
    goals.addAll(StormGoals.measure());
    return goals;
  }

  /** A token that was verified before: from the header of a request to its principal. */
  private static Goal token() throws IOException {
    Bench.progress("measuring a verified token, about half a minute");
    var nanos = CodecGoals.nanos(TokenBenchmark.class);
    double one = nanos.getOrDefault("one", Double.NaN);
    var note =
        String.format(
            Locale.ROOT,
            "(us; one of 1,000 tokens in turn %.2f us)",
            nanos.getOrDefault("many", Double.NaN) / 1e3);
    return new Goal("token verified", one / 1e3, TOKEN_MICROS, note);
  }
}
