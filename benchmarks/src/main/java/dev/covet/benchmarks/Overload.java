package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.OpenLoop;
import dev.covet.benchmarks.load.OpenLoop.Answers;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a service does that is asked ten times more than it can: those that are let in are answered
 * as ever, the rest is refused at once. {@code ./covet soak overload}.
 */
public final class Overload {
  private static final int AT_WORK_MAX = 20;
  private static final Call SLOW = Call.get("slow", "/slow?ms=20");

  /** Of what 20 requests at once can be, that take 20 ms each. */
  private static final int WELL_PER_SECOND = 800;

  private static final int TOO_MANY_PER_SECOND = 10_000;
  private static final double TIMES_MAX = 2;
  private static final double REFUSAL_MILLIS_MAX = 50;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int TOO_MANY = 503;

  private Overload() {}

  /** Measures, prints a line for each goal, and ends with 1 if one is short. */
  public static void main(String[] args) throws IOException {
    var time = Duration.ofSeconds(args.length == 0 ? 20 : Integer.parseInt(args[0]));
    var settings = Map.of("REQUESTS_IN_FLIGHT_MAX", "" + AT_WORK_MAX);
    try (var server = ServerProcess.start("covet", LoadTarget.class, settings, _ -> {});
        var client = new OpenLoop(server.port(), SLOW)) {
      client.drive(WELL_PER_SECOND, WARM_UP);
      client.drive(TOO_MANY_PER_SECOND, WARM_UP);
      var well = client.drive(WELL_PER_SECOND, time);
      var before = server.cpu();
      var pressed = client.drive(TOO_MANY_PER_SECOND, time);
      var cpu = server.cpu().minus(before);
      var goals = goals(well, pressed);
      goals.forEach(goal -> System.out.println(goal.line()));
      System.out.printf(
          "CPU of the server: %.1f us a request, %.2f cores%n",
          cpu.toNanos() / 1e3 / TOO_MANY_PER_SECOND / time.toSeconds(),
          (double) cpu.toNanos() / time.toNanos());
      System.exit(goals.stream().anyMatch(Goal::isShort) ? 1 : 0);
    }
  }

  private static List<Goal> goals(Answers well, Answers pressed) {
    var others = pressed.waits().keySet().stream().filter(each -> each != 200 && each != TOO_MANY);
    var lost = others.mapToInt(pressed::count).sum();
    return List.of(
        new Goal(
            "let in",
            pressed.millis(200, 99) / well.millis(200, 99),
            TIMES_MAX,
            "(p99 %.1f ms to %.1f ms at %d a second, of which %d were refused; %d of %d let in)"
                .formatted(
                    pressed.millis(200, 99),
                    well.millis(200, 99),
                    WELL_PER_SECOND,
                    well.count(TOO_MANY),
                    pressed.count(200),
                    pressed.count(200) + pressed.count(TOO_MANY) + lost)),
        new Goal(
            "refused, ms",
            pressed.millis(TOO_MANY, 99),
            REFUSAL_MILLIS_MAX,
            "(p50 %.1f ms, p99 %.1f ms, at most %.1f ms)"
                .formatted(
                    pressed.millis(TOO_MANY, 50),
                    pressed.millis(TOO_MANY, 99),
                    pressed.millis(TOO_MANY, 100))),
        new Goal("without an answer", lost, 0, "(in 5 s)"));
  }
}
