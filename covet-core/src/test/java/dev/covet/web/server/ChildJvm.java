package dev.covet.web.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A JVM of its own with our class path, for what would disturb the other tests. */
final class ChildJvm implements AutoCloseable {
  private static final long SOON_NANOS = 100_000_000;

  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a main class in a JVM with these options. */
  static ChildJvm start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return start("exec \"$@\"", options, main, arguments);
  }

  /** Starts a main class by a shell's script, which is given the command as its arguments. */
  static ChildJvm start(String script, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The rest of the first line that begins so; waits for it. */
  String after(String begin) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(begin)) return line.substring(begin.length());
    }
    throw new IOException("the process ended without a line that begins with " + begin);
  }

  /** The next line, if one comes within 100 ms; empty if none does. */
  String lineSoon() throws IOException {
    var end = System.nanoTime() + SOON_NANOS;
    while (!lines.ready() && System.nanoTime() < end) LockSupport.parkNanos(SOON_NANOS / 100);
    return lines.ready() ? Objects.toString(lines.readLine(), "") : "";
  }

  /** The next line, or null at the end. */
  @Nullable String line() throws IOException {
    return lines.readLine();
  }

  /** Sends a character to its input. */
  void send(char c) throws IOException {
    process.getOutputStream().write(c);
    process.getOutputStream().flush();
  }

  /** Asks it to end, as a supervisor does: by SIGTERM. */
  void signal() {
    process.toHandle().destroy();
  }

  /** The exit status; waits for it at most 20 s. */
  int status() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
