package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * S4.perf.linear: what a request costs with two event loops, as a ratio to one. Two cores that each
 * need 1.18 times the CPU do 1.7 times the work of one.
 */
final class LoopGoals {
  private static final String ONE = "one loop";
  private static final String TWO = "two loops";
  private static final Set<String> CALLS = Set.of("json", "orders");
  private static final double GOAL = 1.18;

  private LoopGoals() {}

  static List<Goal> measure(Plan plan) throws IOException {
    var some = new Plan(CALLS, plan.rounds(), plan.time(), plan.pressure(), null);
    var rounds = Starts.measure(some, LoopGoals::start);
    return some.calls().stream()
        .map(call -> goal(call.name(), rounds.getOrDefault(call, new Rounds(Map.of()))))
        .toList();
  }

  private static void start(List<ServerProcess> servers) throws IOException {
    for (var name : List.of(ONE, TWO)) {
      var settings = new HashMap<>(LoadGoals.settings(LoadGoals.LOOP));
      var count = name.equals(ONE) ? 1 : 2;
      settings.put("JDK_JAVA_OPTIONS", "-XX:+UseG1GC -XX:ActiveProcessorCount=" + count);
      servers.add(ServerProcess.start(name, LoadTarget.class, settings, _ -> {}));
    }
  }

  private static Goal goal(String call, Rounds rounds) {
    var note = "(" + rounds.note(TWO, ONE) + ")";
    return new Goal(call + " two loops", Medians.of(rounds.ratios(TWO, ONE)), GOAL, note);
  }
}
