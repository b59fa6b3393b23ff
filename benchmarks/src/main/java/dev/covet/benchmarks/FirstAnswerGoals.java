package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import dev.covet.cli.create.ServiceOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Seconds from the start of heroes to its first answer, and its memory then, with the start-up
 * cache that {@code covet build} makes and without; FastAPI beside.
 */
final class FirstAnswerGoals {
  private static final double CACHED_SECONDS = 0.4;
  private static final double PLAIN_SECONDS = 0.8;
  private static final double CACHED_MB = 80;
  private static final int STARTS = 9;
  private static final Path HEROES = Path.of("examples/heroes/target/heroes.jar").toAbsolutePath();

  private FirstAnswerGoals() {}

  /**
   * One start.
   *
   * @param megabytes resident after the first answer (VmRSS); NaN where Linux does not tell
   */
  record Start(double seconds, double megabytes) {}

  static List<Goal> measure() throws IOException {
    Bench.progress("starting heroes " + 2 * STARTS + " times, with a start-up cache and without");
    var starts = starts();
    var goals = new ArrayList<Goal>();
    goals.add(goal("start heroes, cache", seconds(starts.ones()), CACHED_SECONDS, "s"));
    goals.add(goal("start heroes, no cache", seconds(starts.others()), PLAIN_SECONDS, "s"));
    goals.add(goal("memory heroes, cache", megabytes(starts.ones()), CACHED_MB, "MB"));
    var fastApi = FastApi.starts(STARTS);
    if (!fastApi.isEmpty()) {
      goals.add(beside("start FastAPI", seconds(fastApi), "s"));
      goals.add(beside("memory FastAPI", megabytes(fastApi), "MB"));
    }
    return goals;
  }

  private static Alternation<Start> starts() throws IOException {
    try (var folder = TemporaryFolder.create("covet-first")) {
      var cache = "-XX:AOTMode=on -XX:AOTCache=" + trained(folder.path());
      return Alternation.of(
          1, STARTS, () -> start(folder.path(), cache), () -> start(folder.path(), ""));
    }
  }

  private static Goal goal(String name, List<Double> values, double goal, String unit) {
    return new Goal(name, Medians.of(values), goal, note(values, unit));
  }

  private static Goal beside(String name, List<Double> values, String unit) {
    return Goal.beside(name, Medians.of(values), note(values, unit));
  }

  private static String note(List<Double> values, String unit) {
    return "(" + unit + ", " + Medians.range(values) + ")";
  }

  private static List<Double> seconds(List<Start> starts) {
    return starts.stream().map(Start::seconds).toList();
  }

  private static List<Double> megabytes(List<Start> starts) {
    return starts.stream().map(Start::megabytes).toList();
  }

  /** The cache, made as {@code covet build} makes it. */
  private static Path trained(Path folder) throws IOException {
    var cache = folder.resolve("heroes.aot");
    var making = new ProcessBuilder(java(), "-jar", HEROES.toString(), "train");
    making
        .environment()
        .put("JDK_JAVA_OPTIONS", ServiceOptions.TEXT + " -XX:AOTCacheOutput=" + cache);
    var process =
        making
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("train.log").toFile())
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(Files.readString(folder.resolve("train.log")));
    }
    return cache;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Start start(Path folder, String option) throws IOException {
    var settings =
        Map.of(
            "COVET_MODE",
            "development",
            "DATABASE_URL",
            "sqlite:" + folder.resolve("heroes.db"),
            "JDK_JAVA_OPTIONS",
            ServiceOptions.TEXT + " " + option);
    try (var client = HttpClient.newHttpClient()) {
      return start(settings, client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Start start(Map<String, String> settings, HttpClient client)
      throws IOException, InterruptedException {
    var begin = System.nanoTime();
    try (var heroes = ServerProcess.start("heroes", HEROES, settings, _ -> {})) {
      var uri = URI.create("http://127.0.0.1:" + heroes.port() + "/heroes");
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) throw new IOException(uri + " was answered " + answer);
      var seconds = (System.nanoTime() - begin) / 1e9;
      return new Start(seconds, megabytes(heroes.pid()));
    }
  }

  /** What a process has in memory (VmRSS), in MB of 1,048,576 bytes. */
  static double megabytes(long pid) throws IOException {
    var status = Path.of("/proc", "" + pid, "status");
    if (!Files.exists(status)) return Double.NaN;
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
