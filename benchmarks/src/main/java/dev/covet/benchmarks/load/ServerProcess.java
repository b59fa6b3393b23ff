package dev.covet.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A server in a process of its own, on a free port, that ends with this one. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://[^ /]+:(\\d+)");
  private static final int START_SECONDS_MAX = 30;
  private static final int STOP_SECONDS_MAX = 5;

  private final String name;
  private final Process process;
  private final Consumer<String> log;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Thread killer;
  private volatile String lastLine = "(it wrote nothing)";

  private ServerProcess(String name, Process process, Consumer<String> log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.killer = new Thread(process::destroyForcibly);
  }

  /**
   * Starts a program in the class path of this one, and waits until it has written its address.
   *
   * @param log is told what the server writes after its address
   * @throws IOException if it ends, or does not listen within 30 s
   */
  public static ServerProcess start(
      String name, Class<?> program, Map<String, String> environment, Consumer<String> log)
      throws IOException {
    return startFrom(
        System.getProperty("java.class.path"), name, program.getName(), environment, log);
  }

  /**
   * Starts a program in another class path, as {@link #start(String, Class, Map, Consumer)} does.
   *
   * @param program the name of its class
   * @throws IOException if it ends, or does not listen within 30 s
   */
  public static ServerProcess startFrom(
      String classPath,
      String name,
      String program,
      Map<String, String> environment,
      Consumer<String> log)
      throws IOException {
    return start(name, inClassPath(classPath, program), environment, log);
  }

  /**
   * Starts a jar that runs, as {@link #start(String, Class, Map, Consumer)} does a class.
   *
   * @throws IOException if it ends, or does not listen within 30 s
   */
  public static ServerProcess start(
      String name, Path jar, Map<String, String> environment, Consumer<String> log)
      throws IOException {
    return start(name, command(List.of("-jar", jar.toString())), environment, log);
  }

  private static ServerProcess start(
      String name, List<String> command, Map<String, String> environment, Consumer<String> log)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("PORT", "0");
    builder.environment().put("HOST", "127.0.0.1");
    var server = new ServerProcess(name, builder.start(), log);
    Runtime.getRuntime().addShutdownHook(server.killer);
    Thread.ofVirtual().start(server::read);
    server.awaitPort();
    return server;
  }

  static List<String> inClassPath(String classPath, String program) {
    return command(
        List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            program));
  }

  private static List<String> command(List<String> program) {
    var command = new ArrayList<String>();
    command.add(tool("java"));
    var options = System.getenv("JAVA_OPTS");
    if (options != null && !options.isBlank()) {
      command.addAll(List.of(options.strip().split("\\s+")));
    }
    command.addAll(program);
    return command;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        lastLine = line;
        var url = URL.matcher(line);
        if (port.isDone()) {
          log.accept(name + ": " + line);
        } else if (url.find()) {
          port.complete(Integer.parseInt(url.group(1)));
        }
      }
    } catch (IOException _) {
      lastLine = "(its output ended)";
    }
    port.completeExceptionally(new IOException("it ended"));
  }

  private void awaitPort() throws IOException {
    try {
      port.get(START_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      var state = describe();
      close();
      throw new IOException(state, e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** One line for people: whether it lives, and what it wrote last. */
  public String describe() {
    var state = process.isAlive() ? "is running" : "has ended with exit code " + exitCode();
    return name + " " + state + "; its last line: " + lastLine;
  }

  private int exitCode() {
    return process.exitValue();
  }

  /** What goals and lines call it. */
  public String name() {
    return name;
  }

  /** The port on which it listens. */
  public int port() {
    return port.join();
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * CPU time that the process has used, in user and kernel mode. Where Linux tells it for each
   * thread, the compiler of the JVM does not count: how long that goes on says nothing of a
   * request.
   */
  public Duration cpu() {
    return ThreadTimes.ofProcess(pid())
        .orElseGet(() -> process.info().totalCpuDuration().orElseThrow());
  }

  /**
   * Bytes of all live objects, after a full collection.
   *
   * @throws IOException if the JVM does not tell
   */
  public long liveHeapBytes() throws IOException {
    var asking = new ProcessBuilder(tool("jcmd"), "" + pid(), "GC.class_histogram").start();
    try (var out = asking.inputReader()) {
      return out.lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
          .findFirst()
          .orElseThrow(() -> new IOException("jcmd reports nothing about the heap; " + describe()));
    }
  }

  /** Ends the process; waits for it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException _) {
      process.destroyForcibly(); // this process is ending, and the hook does the same
    }
  }
}
