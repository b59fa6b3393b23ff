package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Server CPU per request, as a ratio to the load target of an earlier commit. */
final class BaselineGoals {
  private static final String NOW = "now";
  private static final String BEFORE = "before";

  /** Most of the earlier commit's CPU that a request may cost. */
  private static final double GOAL = 1.03;

  private final Plan plan;
  private final String classPath;
  private final Disturbance disturbance = new Disturbance();

  private BaselineGoals(Plan plan, String classPath) {
    this.plan = plan;
    this.classPath = classPath;
  }

  /**
   * Lets the load target of this build and that of another take turns.
   *
   * @param classPath of the other build
   * @throws IOException with one line for people, if a server does not answer as it should
   */
  static List<Goal> measure(Plan plan, String classPath) throws IOException {
    var goals = new BaselineGoals(plan, classPath);
    var rounds = Starts.measure(plan, goals::start);
    return plan.calls().stream().map(call -> goals.goal(call, rounds)).toList();
  }

  private void start(List<ServerProcess> servers) throws IOException {
    var settings = LoadGoals.settings(LoadGoals.LOOP);
    servers.add(ServerProcess.start(NOW, LoadTarget.class, settings, disturbance));
    servers.add(
        ServerProcess.startFrom(
            classPath, BEFORE, LoadTarget.class.getName(), settings, disturbance));
    for (var server : servers) {
      // the texts of answers may differ between commits, their statuses may not
      for (var call : plan.calls()) Turns.ask(server, call);
    }
  }

  private Goal goal(Call call, Map<Call, Rounds> rounds) {
    var measured = rounds.getOrDefault(call, new Rounds(Map.of()));
    var ratio = Medians.of(measured.ratios(NOW, BEFORE));
    var note = "(" + measured.note(NOW, BEFORE) + disturbance.note() + ")";
    return new Goal(call.name() + " to baseline", ratio, GOAL, note);
  }
}
