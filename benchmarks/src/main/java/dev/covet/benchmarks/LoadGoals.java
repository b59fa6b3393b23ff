package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Answer;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Server CPU per request, as a ratio to raw Netty's. All servers run for the whole time and take
 * turns: what disturbs the machine for a while disturbs all of them.
 */
final class LoadGoals {
  private static final String RAW = "raw";
  private static final String LOOP = "loop";
  private static final String JDK = "jdk";
  private static final String LOGGED = "loop logged";

  /** Most of raw Netty's CPU that a request may cost, by mode. */
  private static final Map<String, Map<String, Double>> GOALS =
      Map.of(
          LOOP, Map.of("json", 1.25, "orders", 1.15, "items", 1.10),
          JDK, Map.of("json", 2.0, "orders", 1.6, "items", 1.3));

  /**
   * Most of the other mode's CPU that an order may cost on the loop, for that to be the default.
   */
  private static final double LOOP_TO_JDK = 0.85;

  /** By count, since on a busy machine the compiler of the JVM gets as little time as the rest. */
  private static final int WARM_UP_ANSWERS = 100_000;

  private static final Duration WARM_UP_TURN = Duration.ofSeconds(1);
  private static final int WARM_UP_TURNS_MAX = 12;

  private final Plan plan;
  private final List<ServerProcess> servers = new ArrayList<>();

  /** Microseconds of CPU per request, one for each round, by server and request. */
  private final Map<String, List<Double>> micros = new HashMap<>();

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
    return measuring.goals();
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

  private static Map<String, String> settings(String mode) {
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
      throw broken(server, e);
    }
  }

  private void rounds() throws IOException {
    for (var call : plan.calls()) {
      Bench.progress("warming up " + call.name());
      for (var server : servers) {
        warmUp(server, call);
      }
      Bench.progress("measuring " + call.name() + ", " + plan.rounds() + " rounds");
      measure(call);
    }
  }

  private void warmUp(ServerProcess server, Call call) throws IOException {
    try (var client = new LoadClient(server.port(), call, plan.pressure())) {
      var answers = 0L;
      for (var turn = 0; turn < WARM_UP_TURNS_MAX && answers < WARM_UP_ANSWERS; turn++) {
        answers += client.drive(WARM_UP_TURN);
      }
    } catch (IOException e) {
      throw broken(server, e);
    }
  }

  /** The servers take turns in short slices, each with connections that stay open. */
  private void measure(Call call) throws IOException {
    var clients = new ArrayList<LoadClient>();
    try {
      for (var server : servers) {
        clients.add(new LoadClient(server.port(), call, plan.pressure()));
      }
      for (var round = 0; round < plan.rounds(); round++) {
        for (var turn = 0; turn < servers.size(); turn++) {
          var i = (turn + round) % servers.size();
          micros
              .computeIfAbsent(key(servers.get(i).name(), call), _ -> new ArrayList<>())
              .add(press(servers.get(i), clients.get(i)));
        }
      }
    } finally {
      for (var client : clients) {
        client.close();
      }
    }
  }

  /** Microseconds of the server's CPU for each request. */
  private double press(ServerProcess server, LoadClient client) throws IOException {
    try {
      var before = server.cpu();
      var count = client.drive(plan.time());
      return server.cpu().minus(before).toNanos() / 1e3 / count;
    } catch (IOException e) {
      throw broken(server, e);
    }
  }

  private static IOException broken(ServerProcess server, IOException e) {
    return new IOException(e.getMessage() + "; " + server.describe(), e);
  }

  private static String key(String server, Call call) {
    return server + " " + call.name();
  }

  private List<Goal> goals() {
    var goals = new ArrayList<Goal>();
    for (var call : plan.calls()) {
      for (var mode : List.of(LOOP, JDK, LOGGED)) {
        goals.add(goal(call, mode));
      }
    }
    if (plan.asksFor("orders")) {
      var orders = Call.named("orders");
      var ratios = ratios(key(LOOP, orders), key(JDK, orders));
      goals.add(new Goal("orders loop to jdk", Medians.of(ratios), LOOP_TO_JDK, "P2"));
    }
    return goals;
  }

  private Goal goal(Call call, String mode) {
    var ratios = ratios(key(mode, call), key(RAW, call));
    var note =
        String.format(
            Locale.ROOT,
            "(%.1f us to %.1f us, rounds %s%s)",
            Medians.of(micros(key(mode, call))),
            Medians.of(micros(key(RAW, call))),
            Medians.range(ratios),
            disturbed && mode.equals(LOOP) ? ", a route left its loop meanwhile" : "");
    var name = call.name() + " " + mode;
    var goal = GOALS.getOrDefault(mode, Map.of()).get(call.name());
    return goal == null
        ? Goal.beside(name, Medians.of(ratios), note)
        : new Goal(name, Medians.of(ratios), goal, note);
  }

  private List<Double> ratios(String one, String other) {
    var ratios = new ArrayList<Double>();
    for (var round = 0; round < plan.rounds(); round++) {
      ratios.add(micros(one).get(round) / micros(other).get(round));
    }
    return ratios;
  }

  private List<Double> micros(String key) {
    return micros.getOrDefault(key, List.of());
  }
}
