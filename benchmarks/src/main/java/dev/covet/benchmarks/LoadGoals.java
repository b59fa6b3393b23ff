package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Answer;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Server CPU per request, as a ratio to raw Netty's: S2.parse.simd. */
final class LoadGoals {
  static final String LOOP = "loop";
  static final String JDK = "jdk";
  private static final String RAW = "raw";
  private static final String LOGGED = "loop logged";

  /** Most of raw Netty's CPU that a request may cost, by mode. */
  private static final Map<String, Map<String, Double>> GOALS =
      Map.of(
          LOOP,
          Map.of("json", 1.25, "users", 1.06, "items", 1.10, "orders_bad", 1.06, "orders", 1.15),
          JDK,
          Map.of("json", 2.0, "orders", 1.6, "items", 1.3));

  private final Plan plan;
  private final Disturbance disturbance = new Disturbance();

  private LoadGoals(Plan plan) {
    this.plan = plan;
  }

  /**
   * Measures what the plan asks for.
   *
   * @throws IOException with one line for people, if a server does not answer as it should
   */
  static List<Goal> measure(Plan plan) throws IOException {
    var goals = new LoadGoals(plan);
    var rounds = Starts.measure(plan, goals::start);
    return plan.calls().stream()
        .flatMap(call -> Stream.of(LOOP, JDK, LOGGED).map(mode -> goals.goal(call, mode, rounds)))
        .toList();
  }

  private void start(List<ServerProcess> servers) throws IOException {
    servers.add(ServerProcess.start(RAW, RawNetty.class, Map.of(), Bench::progress));
    for (var mode : List.of(LOOP, JDK)) {
      servers.add(ServerProcess.start(mode, LoadTarget.class, settings(mode), disturbance));
    }
    var logged = new HashMap<>(settings(LOOP));
    logged.put("LOG_REQUESTS", "all");
    servers.add(ServerProcess.start(LOGGED, LoadTarget.class, logged, _ -> {}));
    compare(servers);
  }

  /** The load target's settings for one thread mode. */
  static Map<String, String> settings(String mode) {
    return Map.of("THREADS", mode, "COVET_MODE", "production");
  }

  /** A server that answers something else would win. */
  private void compare(List<ServerProcess> servers) throws IOException {
    for (var call : plan.calls()) {
      Answer raw = null;
      for (var server : servers) {
        var answer = Turns.ask(server, call);
        raw = raw == null ? answer : raw;
        if (!answer.equals(raw)) {
          throw new IOException(
              "%s answers %s differently from raw:\n  %s\n  %s"
                  .formatted(server.name(), call.name(), answer, raw));
        }
      }
    }
  }

  private Goal goal(Call call, String mode, Map<Call, Rounds> rounds) {
    var measured = rounds.getOrDefault(call, new Rounds(Map.of()));
    var left = mode.equals(LOOP) ? disturbance.note() : "";
    var note = "(" + measured.note(mode, RAW) + left + ")";
    var name = call.name() + " " + mode;
    var reached = Medians.of(measured.ratios(mode, RAW));
    var goal = GOALS.getOrDefault(mode, Map.of()).get(call.name());
    return goal == null ? Goal.beside(name, reached, note) : new Goal(name, reached, goal, note);
  }
}
