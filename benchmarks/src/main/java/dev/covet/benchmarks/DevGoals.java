package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Seconds from the edit of a file to the answer of the new program, under {@code covet dev}: a
 * class of routes gets another method body. Median of edits, one after the other; the first few
 * warm the compiler up, as those of somebody at work do.
 */
final class DevGoals {
  private static final double FEW_SECONDS = 0.4;
  private static final double MANY_SECONDS = 1.0;
  private static final int WARM_UP = 5;
  private static final int EDITS = 20;

  /** What the script of a project gives the JVM of {@code covet dev}. */
  private static final String OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private DevGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("editing heroes, and a program of 200 routes, " + EDITS + " times each");
    var goals = new ArrayList<Goal>();
    try (var folder = TemporaryFolder.create("covet-dev");
        var program = LargeProgram.write()) {
      var heroes =
          copied(Path.of("examples/heroes/src/main/java"), folder.path().resolve("heroes"));
      var few = seconds(heroes, heroes.resolve("heroes/Heroes.java"), "/heroes");
      var large = program.project();
      var many = seconds(large, large.resolve("large/Area7.java"), "/area7");
      goals.add(goal("edit, heroes", few, FEW_SECONDS));
      goals.add(goal("edit, 200 routes", many, MANY_SECONDS));
    }
    FastApi.edits(EDITS)
        .ifPresent(
            times -> goals.add(Goal.beside("edit, FastAPI", Medians.of(times), range(times))));
    return goals;
  }

  private static Goal goal(String name, List<Double> seconds, double goal) {
    return new Goal(name, Medians.of(seconds), goal, range(seconds));
  }

  private static String range(List<Double> seconds) {
    return String.format(
        Locale.ROOT, "(s, %s; median of %s edits)", Medians.range(seconds), seconds.size());
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return to;
  }

  private static List<Double> seconds(Path sources, Path edited, String path) throws IOException {
    var original = Files.readString(edited);
    var description = described(sources);
    var settings =
        Map.of(
            EditedProgram.PROJECT,
            description.toString(),
            "DATABASE_URL",
            "sqlite:" + description.resolveSibling("bench.db"),
            "JDK_JAVA_OPTIONS",
            OPTIONS);
    try (var server = ServerProcess.start("covet dev", EditedProgram.class, settings, _ -> {});
        var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
      var times = new ArrayList<Double>();
      for (var edit = -WARM_UP; edit < EDITS; edit++) {
        var seconds = edited(edited, original, "version " + edit, client, request);
        if (edit >= 0) times.add(seconds);
      }
      return times;
    }
  }

  /** One edit: the method that lists answers with another error, so that the answer shows it. */
  private static double edited(
      Path file, String original, String version, HttpClient client, HttpRequest request)
      throws IOException {
    var edit = "if (true) throw new dev.covet.api.Unavailable(\"" + version + "\");";
    var text = original.replaceFirst("(return db\\.from)", edit + " $1");
    var start = System.nanoTime();
    Files.writeString(file, text);
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (!answer.body().contains(version)) {
        throw new IOException(request + " was answered " + answer.statusCode() + answer.body());
      }
      return (System.nanoTime() - start) / 1e9;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Path described(Path sources) throws IOException {
    var folder = Objects.requireNonNull(sources.getParent());
    return Files.writeString(
        folder.resolve("bench.properties"),
        """
        name=bench
        folder=%s
        sources=%s
        classes=%s
        libraries=%s
        processors=%s
        """
            .formatted(
                folder,
                sources,
                folder.resolve("classes"),
                System.getProperty("java.class.path"),
                LargeProgram.processors().replace(":", File.pathSeparator)));
  }
}
