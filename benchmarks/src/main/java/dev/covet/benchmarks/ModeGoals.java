package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient.Pressure;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether threads on the loops save enough CPU to be the default (P2). What they save is the way to
 * the JDK's scheduler and back; a server that has more to do than it can goes that way with many
 * requests at once, so how much that is depends on the load.
 */
final class ModeGoals {
  /** From a server that has room to one that has none. */
  private static final List<Integer> CONNECTIONS = List.of(2, 8, 32, 128);

  /** Most of the other mode's CPU that an order may cost on the loop, over all loads. */
  private static final double GOAL = 0.85;

  private ModeGoals() {}

  static List<Goal> measure(Plan plan) throws IOException {
    var disturbance = new Disturbance();
    try (var loop = start(LoadGoals.LOOP, disturbance);
        var jdk = start(LoadGoals.JDK, Bench::progress)) {
      return measure(new Turns(List.of(loop, jdk)), plan, disturbance);
    }
  }

  private static ServerProcess start(String mode, Consumer<String> log) throws IOException {
    return ServerProcess.start(mode, LoadTarget.class, LoadGoals.settings(mode), log);
  }

  private static List<Goal> measure(Turns turns, Plan plan, Disturbance disturbance)
      throws IOException {
    var call = Call.named("orders");
    Bench.progress("warming up orders in both thread modes");
    turns.warmUp(call, plan.pressure());
    var goals = new ArrayList<Goal>();
    for (var connections : CONNECTIONS) {
      Bench.progress("measuring both thread modes at " + connections + " connections");
      var load = new Pressure(connections, plan.pressure().depth());
      var rounds = turns.measure(call, plan.under(load));
      goals.add(
          Goal.beside(
              "orders loop to jdk at " + connections,
              Medians.of(rounds.ratios(LoadGoals.LOOP, LoadGoals.JDK)),
              "(" + rounds.note(LoadGoals.LOOP, LoadGoals.JDK) + disturbance.note() + ")"));
    }
    var mean = goals.stream().mapToDouble(Goal::reached).average().orElseThrow();
    goals.add(new Goal("orders loop to jdk", mean, GOAL, "(P2: mean of these loads)"));
    return goals;
  }
}
