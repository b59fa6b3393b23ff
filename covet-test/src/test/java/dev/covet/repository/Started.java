package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program in a process of its own, on a free port of loopback and in development mode unless told
 * otherwise. Closing it stops it.
 */
final class Started implements AutoCloseable {
  /** The longest wait for its start lines, or its end. */
  private static final long START_SECONDS_MAX = 60;

  /** What a program says last when it listens. */
  private static final String LAST_LINE = "\nRunning in ";

  private static final Pattern PORT = Pattern.compile("https?://[^\\s/]+:(\\d+)/docs");

  private final Process process;
  private final Path output;
  private final String said;

  private Started(Process process, Path output) throws IOException, InterruptedException {
    this.process = process;
    this.output = output;
    this.said = await();
  }

  /** Starts a command in a folder and waits until it listens or ends. */
  static Started of(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile(folder, "output", ".txt");
    var builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(Map.of("PORT", "0", "HOST", "127.0.0.1", "COVET_MODE", "development"));
    builder.environment().putAll(environment);
    var process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Started(process, output);
  }

  /** Starts a main class of this class path in a JVM with these options. */
  static Started of(Path folder, Map<String, String> environment, Class<?> main, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return of(folder, environment, command);
  }

  /** The {@code java} that runs this test. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** All that it had said when it listened or ended. */
  String said() {
    return said;
  }

  /** The port it listens on. */
  int port() {
    var named = PORT.matcher(said);
    if (!named.find()) throw new IllegalStateException("it does not listen, but says: " + said);
    return Integer.parseInt(named.group(1));
  }

  private String await() throws IOException, InterruptedException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (process.isAlive()
        && System.nanoTime() < end
        && !Files.readString(output).contains(LAST_LINE)) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    return Files.readString(output);
  }

  /** Ends it as nothing can refuse to be ended: by SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
