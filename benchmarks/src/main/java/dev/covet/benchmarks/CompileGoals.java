package dev.covet.benchmarks;

import java.io.IOException;
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
    double with = Medians.of(times.ones());
    double without = Medians.of(times.others());
    var note = String.format(Locale.ROOT, "(%.2f s to %.2f s)", with, without);
    return new Goal("javac, all files", with / without, WHOLE, note);
  }

  private static Goal one(LargeProgram program) throws IOException {
    var times = times(program::compileOne, program::compileOnePlain);
    double with = Medians.of(times.ones());
    var note = String.format(Locale.ROOT, "(s of %.2f s are the processor's)", with);
    return new Goal("javac, one file", with - Medians.of(times.others()), ONE_SECONDS, note);
  }

  private static Alternation<Double> times(Step with, Step without) throws IOException {
    return Alternation.of(WARM_UP, ROUNDS, () -> seconds(with), () -> seconds(without));
  }

  private static double seconds(Step step) throws IOException {
    var start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
