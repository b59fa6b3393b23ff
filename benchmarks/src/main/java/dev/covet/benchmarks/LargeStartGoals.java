package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Time from the start of the process of {@link LargeProgram} to its first answer, as a ratio to
 * that of heroes. Both open a database that is there already.
 */
final class LargeStartGoals {
  private static final double GOAL = 1.5;
  private static final int STARTS = 7;
  private static final String HEROES = "examples/heroes/target/heroes.jar";

  private LargeStartGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("starting heroes, and 200 routes, " + STARTS + " times");
    try (var files = TemporaryFolder.create("covet-start");
        var program = LargeProgram.write();
        var client = HttpClient.newHttpClient()) {
      program.compile();
      var path = program.classes() + ":" + System.getProperty("java.class.path");
      var millis =
          Alternation.of(
              1,
              STARTS,
              () -> millis(client, files.path(), path, LargeProgram.MAIN, "/area0"),
              () -> millis(client, files.path(), HEROES, "heroes.HeroesApp", "/heroes"));
      return List.of(StartGoals.goal("start, 200 routes", millis, GOAL));
    }
  }

  private static double millis(
      HttpClient client, Path files, String classPath, String main, String path)
      throws IOException {
    var settings =
        Map.of(
            "COVET_MODE", "development", "DATABASE_URL", "sqlite:" + files.resolve(main + ".db"));
    var start = System.nanoTime();
    try (var server = ServerProcess.startFrom(classPath, main, main, settings, _ -> {})) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + path);
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(uri + " was answered " + answer.statusCode());
      }
      return (System.nanoTime() - start) / 1e6;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
