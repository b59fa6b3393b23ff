package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Time from the start of the process to its first answer, as a ratio to raw Netty's. */
final class StartGoals {
  private static final double GOAL = 1.5;
  private static final int STARTS = 7;

  private StartGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("starting each server " + STARTS + " times");
    var millis =
        Alternation.of(0, STARTS, () -> millis(LoadTarget.class), () -> millis(RawNetty.class));
    return List.of(goal("start", millis, GOAL));
  }

  /** The ratio of two times in milliseconds. */
  static Goal goal(String name, Alternation<Double> millis, double goal) {
    double one = Medians.of(millis.ones());
    double other = Medians.of(millis.others());
    var note = String.format(Locale.ROOT, "(%.0f ms to %.0f ms)", one, other);
    return new Goal(name, one / other, goal, note);
  }

  private static double millis(Class<?> program) throws IOException {
    var start = System.nanoTime();
    var settings = Map.of("COVET_MODE", "production");
    try (var server = ServerProcess.start(program.getSimpleName(), program, settings, _ -> {})) {
      LoadClient.ask(server.port(), Call.named("json"));
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
