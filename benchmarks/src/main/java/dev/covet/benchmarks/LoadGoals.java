package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Answer;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Server CPU per request, as a ratio to raw Netty's. */
final class LoadGoals {
  static final String LOOP = "loop";
  static final String JDK = "jdk";
  private static final String RAW = "raw";
  private static final String LOGGED = "loop logged";

  /** Most of raw Netty's CPU that a request may cost, by mode. */
  private static final Map<String, Map<String, Double>> GOALS =
      Map.of(
          LOOP, Map.of("json", 1.25, "orders", 1.15, "items", 1.10),
          JDK, Map.of("json", 2.0, "orders", 1.6, "items", 1.3));

  private final Plan plan;
  private final List<ServerProcess> servers = new ArrayList<>();
  private final List<Goal> goals = new ArrayList<>();
  private volatile boolean disturbed;

  private LoadGoals(Plan plan) {
    this.plan = plan;
  }

  /**
   * Measures what the plan asks for.
   *
   * @throws IOException with one line for people, if a server does not answer as it should
   */
  static List<Goal> measure(Plan plan) throws IOException {
    var measuring = new LoadGoals(plan);
    try {
      measuring.start();
      measuring.compare();
      measuring.rounds();
    } finally {
      measuring.servers.forEach(ServerProcess::close);
    }
    return measuring.goals;
  }

  private void start() throws IOException {
    servers.add(ServerProcess.start(RAW, RawNetty.class, Map.of(), Bench::progress));
    for (var mode : List.of(LOOP, JDK)) {
      servers.add(ServerProcess.start(mode, LoadTarget.class, settings(mode), this::heard));
    }
    var logged = new HashMap<>(settings(LOOP));
    logged.put("LOG_REQUESTS", "all");
    servers.add(ServerProcess.start(LOGGED, LoadTarget.class, logged, _ -> {}));
  }

  /** The load target's settings for one thread mode. */
  static Map<String, String> settings(String mode) {
    return Map.of("THREADS", mode, "COVET_MODE", "production");
  }

  /** A route that was moved off its loop, as on a busy machine, no longer measures the loop. */
  private void heard(String line) {
    Bench.progress(line);
    disturbed |= line.contains("held up its thread");
  }

  /** A server that answers something else would win. */
  private void compare() throws IOException {
    for (var call : plan.calls()) {
      Answer raw = null;
      for (var server : servers) {
        var answer = ask(server, call);
        raw = raw == null ? answer : raw;
        if (!answer.equals(raw)) {
          throw new IOException(
              "%s answers %s otherwise than raw:\n  %s\n  %s"
                  .formatted(server.name(), call.name(), answer, raw));
        }
      }
    }
  }

  private static Answer ask(ServerProcess server, Call call) throws IOException {
    try {
      return LoadClient.ask(server.port(), call);
    } catch (IOException e) {
      throw Turns.broken(server, e);
    }
  }

  private void rounds() throws IOException {
    var turns = new Turns(servers);
    for (var call : plan.calls()) {
      Bench.progress("warming up " + call.name());
      turns.warmUp(call, plan.pressure());
      Bench.progress("measuring " + call.name() + ", " + plan.rounds() + " rounds");
      var rounds = turns.measure(call, plan);
      for (var mode : List.of(LOOP, JDK, LOGGED)) {
        goals.add(goal(call, mode, rounds));
      }
    }
  }

  private Goal goal(Call call, String mode, Rounds rounds) {
    var left = disturbed && mode.equals(LOOP) ? ", a route left its loop meanwhile" : "";
    var note = "(" + rounds.note(mode, RAW) + left + ")";
    var name = call.name() + " " + mode;
    var reached = Medians.of(rounds.ratios(mode, RAW));
    var goal = GOALS.getOrDefault(mode, Map.of()).get(call.name());
    return goal == null ? Goal.beside(name, reached, note) : new Goal(name, reached, goal, note);
  }
}
