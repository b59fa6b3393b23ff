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
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How long {@code /ping} takes while more people sign in than passwords can be hashed, as a ratio
 * to what it takes while they sign in at another process, which burns as much: 99 % of it. Beside
 * stands the ratio to another process that does nothing but hash on as many threads.
 */
final class StormGoals {
  private static final double GOAL = 1.5;
  private static final int ROUNDS = 5;

  /** Each thread hashes 16 to 32. */
  private static final int LOGINS_PER_SECOND = 40 * Pool.cpuThreads();

  /** Most of them are refused, but the JVM's compiler has all of their way but the hash. */
  private static final int LOGINS_PER_SECOND_BEFORE = 10 * LOGINS_PER_SECOND;

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration TIME = Duration.ofSeconds(4);

  private static final String PERSON =
      "{\"email\":\"ada@example.org\",\"password\":\"glow-worm-7-tides\"}";
  private static final Call PING = Call.get("ping", "/ping");
  private static final Call REGISTER = Call.post("register", 201, "/auth/register", PERSON);
  private static final Call LOGIN = Call.post("login", 200, "/auth/login", PERSON);

  private final ServerProcess server;
  private final ServerProcess other;
  private final List<Double> besideHashing = new ArrayList<>();
  private final List<Double> besideOther = new ArrayList<>();
  private final List<Double> within = new ArrayList<>();
  private long hashed;
  private long refused;

  private StormGoals(ServerProcess server, ServerProcess other) {
    this.server = server;
    this.other = other;
  }

  static List<Goal> measure() throws IOException {
    Bench.progress("signing in too often, about two minutes");
    try (var folder = TemporaryFolder.create("storm");
        var server = start("tasks", folder);
        var other = start("other", folder)) {
      return new StormGoals(server, other).ofAll();
    }
  }

  private static ServerProcess start(String name, TemporaryFolder folder) throws IOException {
    var url = "sqlite:" + folder.path().resolve(name + ".db");
    return TaskServers.start(name, url, "" + UUID.randomUUID() + UUID.randomUUID());
  }

  private List<Goal> ofAll() throws IOException {
    for (var each : List.of(other, server)) {
      Turns.ask(each, REGISTER);
      try (var _ = LoginStorm.start(each.port(), LOGIN, LOGINS_PER_SECOND_BEFORE)) {
        Pinger.p99(server.port(), PING, WARM_UP);
      }
    }
    for (var round = 0; round < ROUNDS; round++) {
      try (var _ = Hashing.start(Pool.cpuThreads())) {
        besideHashing.add(millis());
      }
      besideOther.add(inStormAt(other));
      within.add(inStormAt(server));
    }
    var logins = "%s logins, %s refused".formatted(hashed, refused);
    return List.of(
        new Goal("ping in a storm of logins", ratio(besideOther), GOAL, note(besideOther, logins)),
        Goal.beside(
            "ping to hashing alone",
            ratio(besideHashing),
            note(besideHashing, "which does nothing else")));
  }

  private double millis() throws IOException {
    return Pinger.p99(server.port(), PING, TIME).toNanos() / 1e6;
  }

  /** The storm ends when all of it was answered. */
  private double inStormAt(ServerProcess place) throws IOException {
    var storm = LoginStorm.start(place.port(), LOGIN, LOGINS_PER_SECOND);
    double millis;
    try (storm) {
      millis = millis();
    }
    var answers = storm.answers();
    hashed += answers.getOrDefault(200, 0L);
    refused += answers.getOrDefault(503, 0L);
    if (!answers.keySet().equals(Set.of(200, 503))) {
      throw new IOException("logins were answered " + answers + ", not 200 and 503");
    }
    return millis;
  }

  private double ratio(List<Double> beside) {
    return Medians.of(ratios(beside));
  }

  private List<Double> ratios(List<Double> beside) {
    return IntStream.range(0, ROUNDS).mapToObj(at -> within.get(at) / beside.get(at)).toList();
  }

  private String note(List<Double> beside, String more) {
    return String.format(
        Locale.ROOT,
        "(p99 %.2f ms to %.2f ms, rounds %s; %s)",
        Medians.of(within),
        Medians.of(beside),
        Medians.range(ratios(beside)),
        more);
  }
}
