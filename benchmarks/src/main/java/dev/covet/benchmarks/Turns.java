package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Answer;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient;
import dev.covet.benchmarks.load.LoadClient.Pressure;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Servers that run all the time and take turns in short slices: what disturbs the machine for a
 * while disturbs all of them.
 */
final class Turns {
  /** By count, since on a busy machine the compiler of the JVM gets as little time as the rest. */
  private static final int WARM_UP_ANSWERS = 100_000;

  private static final Duration WARM_UP_TURN = Duration.ofSeconds(1);
  private static final int WARM_UP_TURNS_MAX = 12;

  private final List<ServerProcess> servers;
  private final Asking asking;

  /** What each server is asked. */
  @FunctionalInterface
  interface Asking {
    /** The same for all servers. */
    Asking ALIKE = (_, call) -> call;

    /** The form in which a server is asked for what is measured. */
    Call of(ServerProcess server, Call call);
  }

  Turns(List<ServerProcess> servers) {
    this(servers, Asking.ALIKE);
  }

  Turns(List<ServerProcess> servers, Asking asking) {
    this.servers = List.copyOf(servers);
    this.asking = asking;
  }

  void warmUp(Call call, Pressure pressure) throws IOException {
    for (var server : servers) warmUp(server, asking.of(server, call), pressure);
  }

  private static void warmUp(ServerProcess server, Call call, Pressure pressure)
      throws IOException {
    try (var client = new LoadClient(server.port(), call, pressure)) {
      var answers = 0L;
      for (var turn = 0; turn < WARM_UP_TURNS_MAX && answers < WARM_UP_ANSWERS; turn++) {
        answers += client.drive(WARM_UP_TURN);
      }
    } catch (IOException e) {
      throw broken(server, e);
    }
  }

  /** Presses each server in each round of the plan, over connections that stay open. */
  Rounds measure(Call call, Plan plan) throws IOException {
    var micros = new HashMap<String, List<Double>>();
    var clients = new ArrayList<LoadClient>();
    try {
      for (var server : servers) {
        clients.add(new LoadClient(server.port(), asking.of(server, call), plan.pressure()));
      }
      for (var round = 0; round < plan.rounds(); round++) {
        for (var turn = 0; turn < servers.size(); turn++) {
          var i = (turn + round) % servers.size();
          var server = servers.get(i);
          micros
              .computeIfAbsent(server.name(), _ -> new ArrayList<>())
              .add(press(server, clients.get(i), plan.time()));
        }
      }
    } finally {
      for (var client : clients) client.close();
    }
    return new Rounds(micros);
  }

  /** Microseconds of the server's CPU for each request. */
  private static double press(ServerProcess server, LoadClient client, Duration time)
      throws IOException {
    try {
      var before = server.cpu();
      var count = client.drive(time);
      return server.cpu().minus(before).toNanos() / 1e3 / count;
    } catch (IOException e) {
      throw broken(server, e);
    }
  }

  /**
   * The answer of a server to one request.
   *
   * @throws IOException with what the server has to say, if it is not the right one
   */
  static Answer ask(ServerProcess server, Call call) throws IOException {
    try {
      return LoadClient.ask(server.port(), call);
    } catch (IOException e) {
      throw broken(server, e);
    }
  }

  /** What went wrong, and what the server has to say. */
  static IOException broken(ServerProcess server, IOException e) {
    return new IOException(e.getMessage() + "; " + server.describe(), e);
  }
}
