package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Live heap of heroes after 1,000 requests and a full collection, in megabytes. */
final class HeapGoals {
  private static final double GOAL_MB = 20;
  private static final int REQUESTS = 1_000;
  private static final Path HEROES = Path.of("examples/heroes/target/heroes.jar");

  private HeapGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("asking heroes " + REQUESTS + " times");
    try (var folder = TemporaryFolder.create("covet-heap")) {
      return List.of(measure(folder.path().resolve("heroes.db")));
    }
  }

  private static Goal measure(Path file) throws IOException {
    var settings = Map.of("COVET_MODE", "development", "DATABASE_URL", "sqlite:" + file);
    try (var heroes = ServerProcess.start("heroes", HEROES, settings, _ -> {})) {
      ask(heroes.port());
      var megabytes = heroes.liveHeapBytes() / 1e6;
      var note = String.format(Locale.ROOT, "(MB after %s requests)", REQUESTS);
      return new Goal("heap heroes", megabytes, GOAL_MB, note);
    }
  }

  /** One hero in four requests is new; lists and single ones are read. */
  private static void ask(int port) throws IOException {
    var heroes = URI.create("http://127.0.0.1:" + port + "/heroes");
    try (var client = HttpClient.newHttpClient()) {
      for (var i = 0; i < REQUESTS; i++) {
        send(
            client,
            switch (i % 4) {
              case 0 -> create(heroes, i);
              case 1 -> HttpRequest.newBuilder(heroes).build();
              default -> HttpRequest.newBuilder(URI.create(heroes + "/" + (i / 4 + 1))).build();
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static HttpRequest create(URI heroes, int i) {
    var hero = "{\"name\":\"Hero " + i + "\",\"secret_name\":\"Somebody\",\"age\":" + i + "}";
    return HttpRequest.newBuilder(heroes)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(hero))
        .build();
  }

  private static void send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request + " was answered " + answer.statusCode() + answer.body());
    }
  }
}
