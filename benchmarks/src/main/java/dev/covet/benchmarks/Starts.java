package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures servers over several starts of all of them: how well the JVM compiles one differs from
 * start to start, by more than rounds differ.
 */
final class Starts {
  private static final int COUNT = 3;

  private final Plan plan;
  private final Map<Call, Rounds> rounds = new HashMap<>();

  private Starts(Plan plan) {
    this.plan = plan;
  }

  /** The servers that take part. */
  @FunctionalInterface
  interface Field {
    /** Starts one after the other into the list, which is closed whatever happens. */
    void start(List<ServerProcess> servers) throws IOException;

    /** What they are asked, once they have started. */
    default Turns.Asking asking() {
      return Turns.Asking.ALIKE;
    }
  }

  /**
   * Measures every request of the plan.
   *
   * @throws IOException with one line for people, if a server does not answer as it should
   */
  static Map<Call, Rounds> measure(Plan plan, Field field) throws IOException {
    var starts = new Starts(plan);
    for (var start = 1; start <= COUNT; start++) {
      Bench.progress("starting all servers, time " + start + " of " + COUNT);
      starts.once(field);
    }
    return starts.rounds;
  }

  private void once(Field field) throws IOException {
    var servers = new ArrayList<ServerProcess>();
    try {
      field.start(servers);
      measure(new Turns(servers, field.asking()));
    } finally {
      servers.forEach(ServerProcess::close);
    }
  }

  private void measure(Turns turns) throws IOException {
    var some = plan.inParts(COUNT);
    for (var call : plan.calls()) {
      Bench.progress("warming up " + call.name());
      turns.warmUp(call, plan.pressure());
      Bench.progress("measuring " + call.name() + ", " + some.rounds() + " rounds");
      rounds.merge(call, turns.measure(call, some), Rounds::and);
    }
  }
}
