package dev.covet.benchmarks;

import java.util.Locale;

/**
 * One line of the judge.
 *
 * @param name what was measured
 * @param reached the ratio, or amount, that was reached; less is better
 * @param goal what is good enough; infinite where there is none
 * @param note the figures behind it
 */
record Goal(String name, double reached, double goal, String note) {
  /** A ratio that is shown beside, without a goal. */
  static Goal beside(String name, double reached, String note) {
    return new Goal(name, reached, Double.POSITIVE_INFINITY, note);
  }

  boolean isJudged() {
    return Double.isFinite(goal);
  }

  boolean isShort() {
    return !(reached <= goal);
  }

  String line() {
    return isJudged()
        ? line("goal %.2f  %-5s".formatted(goal, isShort() ? "short" : "ok"))
        : line("          beside");
  }

  private String line(String verdict) {
    return String.format(Locale.ROOT, "%-28s %6.2f  %s  %s", name, reached, verdict, note);
  }
}
