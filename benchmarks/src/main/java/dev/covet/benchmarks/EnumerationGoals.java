package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether the time of a login tells that there is such an account: a wrong password for one to the
 * same for one that nobody has, over sockets, with rows of a file (security.md A7: medians within 5
 * %). The two take turns, and each account is asked for once. CPU is judged: how long the answer
 * takes is shown beside, as on a machine with other work it differs by more than that for one
 * account.
 */
final class EnumerationGoals {
  private static final double GOAL = 1.05;
  private static final int PAIRS = 60;
  private static final int WARM_UP = 5;

  private static final Map<String, String> BCRYPT = Map.of("BCRYPT_COST", "10");
  private static final Map<String, String> CHEAP = Map.of("BCRYPT_COST", "8");
  private static final Map<String, String> ARGON = Map.of("PASSWORD_HASH", "argon2id");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path file;

  private EnumerationGoals(Path file) {
    this.file = file;
  }

  static List<Goal> measure() throws IOException {
    Bench.progress("measuring failed logins, about two minutes");
    var all = new ArrayList<Goal>();
    all.addAll(goals("bcrypt", BCRYPT, BCRYPT));
    all.addAll(goals("argon2id", ARGON, ARGON));
    all.addAll(goals("old cost", CHEAP, BCRYPT));
    all.addAll(goals("old method", BCRYPT, ARGON));
    return all;
  }

  /** For hashes that were made by some settings, where others hold by now. */
  private static List<Goal> goals(String name, Map<String, String> before, Map<String, String> now)
      throws IOException {
    try (var folder = TemporaryFolder.create("enumeration")) {
      var goals = new EnumerationGoals(folder.path().resolve("accounts.db"));
      try (var server = goals.start(before)) {
        goals.send(server, "", "{\"name\":\"known\",\"count\":%s}".formatted(PAIRS + WARM_UP));
      }
      try (var server = goals.start(now)) {
        return goals.goals(name, server);
      }
    }
  }

  private ServerProcess start(Map<String, String> settings) throws IOException {
    var all = new HashMap<>(settings);
    all.put("DATABASE_URL", "sqlite:" + file);
    all.put("COVET_MODE", "development");
    return ServerProcess.start("accounts", EnumerationTarget.class, all, _ -> {});
  }

  /**
   * What failed logins took.
   *
   * @param cpu milliseconds of CPU of the server
   * @param waited milliseconds until the answer
   */
  private record Took(List<Double> cpu, List<Double> waited) {
    Took() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private List<Goal> goals(String name, ServerProcess server) throws IOException {
    var known = new Took();
    var unknown = new Took();
    for (var pair = 0; pair < WARM_UP; pair++) {
      refuse(server, "known" + pair, new Took());
      refuse(server, "nobody" + pair, new Took());
    }
    for (var pair = WARM_UP; pair < PAIRS + WARM_UP; pair += 2) {
      refuse(server, "known" + pair, known);
      refuse(server, "nobody" + pair, unknown);
      refuse(server, "nobody" + (pair + 1), unknown);
      refuse(server, "known" + (pair + 1), known);
    }
    var cpu = ratio(known.cpu(), unknown.cpu());
    var waited = ratio(known.waited(), unknown.waited());
    return List.of(
        new Goal("enumeration " + name, cpu, GOAL, note("CPU", known.cpu(), unknown.cpu())),
        Goal.beside(
            "enumeration " + name, waited, note("waited", known.waited(), unknown.waited())));
  }

  private void refuse(ServerProcess server, String name, Took took) throws IOException {
    var body = "{\"name\":\"%s\",\"password\":\"wrong horse battery\"}".formatted(name);
    var cpu = server.cpu();
    var start = System.nanoTime();
    var status = send(server, "/login", body);
    took.waited().add((System.nanoTime() - start) / 1e6);
    took.cpu().add(server.cpu().minus(cpu).toNanos() / 1e6);
    if (status != 401) throw new IOException("a login with a wrong password got " + status);
  }

  /** Either way: the slower to the quicker. */
  private static double ratio(List<Double> known, List<Double> unknown) {
    double ratio = Medians.of(known) / Medians.of(unknown);
    return Math.max(ratio, 1 / ratio);
  }

  private static String note(String what, List<Double> known, List<Double> unknown) {
    return String.format(
        Locale.ROOT,
        "(%s %.2f ms to %.2f ms, %d pairs)",
        what,
        Medians.of(known),
        Medians.of(unknown),
        PAIRS);
  }

  private int send(ServerProcess server, String path, String body) throws IOException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%s/accounts%s".formatted(server.port(), path)))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
