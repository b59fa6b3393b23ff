package dev.covet.benchmarks;

import dev.covet.base.loop.Pool;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.Hashing;
import dev.covet.benchmarks.load.LoginStorm;
import dev.covet.benchmarks.load.Pinger;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How long {@code /ping} takes while more people sign in than passwords can be hashed, as a ratio
 * to what it takes beside another process that hashes as many at a time: 99 % of it.
 */
final class StormGoals {
  private static final double GOAL = 1.5;
  private static final int ROUNDS = 5;

  /** Each thread hashes about 16. */
  private static final int LOGINS_PER_SECOND = 40 * Pool.cpuThreads();

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration TIME = Duration.ofSeconds(4);

  private static final String PERSON =
      "{\"email\":\"ada@example.org\",\"password\":\"glow-worm-7-tides\"}";
  private static final Call PING = Call.get("ping", "/ping");
  private static final Call REGISTER = Call.post("register", 201, "/auth/register", PERSON);
  private static final Call LOGIN = Call.post("login", 200, "/auth/login", PERSON);

  private final ServerProcess server;
  private final List<Double> beside = new ArrayList<>();
  private final List<Double> within = new ArrayList<>();
  private long hashed;
  private long refused;

  private StormGoals(ServerProcess server) {
    this.server = server;
  }

  static Goal measure() throws IOException {
    Bench.progress("signing in too often, about two minutes");
    try (var folder = TemporaryFolder.create("storm")) {
      var url = "sqlite:" + folder.path().resolve("tasks.db");
      try (var server =
          TaskServers.start("tasks", url, "" + UUID.randomUUID() + UUID.randomUUID())) {
        return new StormGoals(server).ofAll();
      }
    }
  }

  private Goal ofAll() throws IOException {
    Turns.ask(server, REGISTER);
    try (var _ = LoginStorm.start(server.port(), LOGIN, LOGINS_PER_SECOND)) {
      Pinger.p99(server.port(), PING, WARM_UP);
    }
    for (var round = 0; round < ROUNDS; round++) {
      besideAnother();
      inStorm();
    }
    var ratios = new ArrayList<Double>();
    for (var at = 0; at < ROUNDS; at++) ratios.add(within.get(at) / beside.get(at));
    var note =
        String.format(
            Locale.ROOT,
            "(p99 %.2f ms to %.2f ms, rounds %s; %s logins, %s refused)",
            Medians.of(within),
            Medians.of(beside),
            Medians.range(ratios),
            hashed,
            refused);
    return new Goal("ping in a storm of logins", Medians.of(ratios), GOAL, note);
  }

  private void besideAnother() throws IOException {
    try (var _ = Hashing.start(Pool.cpuThreads())) {
      beside.add(Pinger.p99(server.port(), PING, TIME).toNanos() / 1e6);
    }
  }

  /** The storm ends when all of it was answered. */
  private void inStorm() throws IOException {
    var storm = LoginStorm.start(server.port(), LOGIN, LOGINS_PER_SECOND);
    try (storm) {
      within.add(Pinger.p99(server.port(), PING, TIME).toNanos() / 1e6);
    }
    var answers = storm.answers();
    hashed += answers.getOrDefault(200, 0L);
    refused += answers.getOrDefault(503, 0L);
    if (!Map.of(200, 0L, 503, 0L).keySet().equals(answers.keySet())) {
      throw new IOException("logins were answered " + answers + ", not 200 and 503");
    }
  }
}
