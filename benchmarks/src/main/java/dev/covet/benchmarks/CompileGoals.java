package dev.covet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time of javac with the processor on {@link LargeProgram}, as a ratio to javac on the same sources
 * and those that the processor writes; and what one changed file costs. In a JVM that is warm, as
 * in an editor; medians of rounds.
 */
final class CompileGoals {
  private static final double WHOLE = 1.5;
  private static final double ONE_SECONDS = 0.3;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 9;

  private CompileGoals() {}

  /** Something that javac does. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  static List<Goal> measure() throws IOException {
    Bench.progress("compiling 100 records and 200 routes, about a minute");
    try (var program = LargeProgram.write()) {
      return List.of(whole(program), one(program));
    }
  }

  private static Goal whole(LargeProgram program) throws IOException {
    var times = times(program::compile, program::compilePlain);
    return new Goal(
        "javac, all files",
        times.with() / times.without(),
        WHOLE,
        String.format(Locale.ROOT, "(%.2f s to %.2f s)", times.with(), times.without()));
  }

  private static Goal one(LargeProgram program) throws IOException {
    var times = times(program::compileOne, program::compileOnePlain);
    return new Goal(
        "javac, one file",
        times.with() - times.without(),
        ONE_SECONDS,
        String.format(Locale.ROOT, "(s of %.2f s are the processor's)", times.with()));
  }

  /**
   * Medians in seconds.
   *
   * @param with with the processor
   * @param without without it
   */
  private record Times(double with, double without) {}

  private static Times times(Step with, Step without) throws IOException {
    var first = new ArrayList<Double>();
    var second = new ArrayList<Double>();
    for (var round = -WARM_UP; round < ROUNDS; round++) {
      var one = seconds(with);
      var other = seconds(without);
      if (round >= 0) {
        first.add(one);
        second.add(other);
      }
    }
    return new Times(Medians.of(first), Medians.of(second));
  }

  private static double seconds(Step step) throws IOException {
    var start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
