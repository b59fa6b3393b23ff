package dev.covet.cli.dev;

import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import dev.covet.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project that {@code covet dev} runs, with somebody who edits it and somebody who asks. */
final class Workshop implements AutoCloseable {
  private static final Duration MOST = Duration.ofSeconds(20);

  private final Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> arguments = new ArrayList<>(List.of("--port", "0"));
  private Optional<String> describe = Optional.empty();
  private @Nullable Development development;
  private @Nullable Thread thread;
  private volatile int exitCode = -1;

  Workshop(Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  /** Writes a file, as editors do: beside it, and then in its place. */
  Workshop file(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    var beside = file.resolveSibling("." + file.getFileName() + ".swp");
    Files.writeString(beside, text);
    Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return this;
  }

  /** Writes a source file. */
  Workshop source(String name, String text) throws IOException {
    return file("src/main/java/" + name, text);
  }

  void delete(String name) throws IOException {
    Files.delete(folder.resolve("src/main/java/" + name));
  }

  Workshop with(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  Workshop withoutPort() {
    arguments.clear();
    return this;
  }

  Workshop describedBy(String command) {
    describe = Optional.of(command);
    return this;
  }

  Path folder() {
    return folder;
  }

  Project project() {
    var libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(path -> !path.endsWith("test-classes"))
            .map(Path::of)
            .toList();
    return new Project(
        "shop",
        folder,
        List.of(folder.resolve("src/main/java")),
        List.of(folder.resolve("src/main/resources")),
        folder.resolve("target/classes"),
        libraries,
        libraries,
        List.of("-Xlint:all,-processing,-path"),
        "",
        List.of(folder.resolve("pom.xml")));
  }

  /** Begins; returns at once. */
  Workshop begin() {
    var file = folder.resolve(Project.FILE);
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var running =
        new Development(
            project(), new ProjectDescription(file, describe), arguments, new Terminal(out, false));
    development = running;
    thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                exitCode = running.run();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    return this;
  }

  /** Begins, and waits for the port. */
  Workshop start() {
    begin();
    until(() -> !address().isEmpty());
    return this;
  }

  String address() {
    return java.util.Objects.requireNonNull(development).address();
  }

  /** What the terminal shows. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  void waitFor(String line) {
    until(() -> said().contains(line));
  }

  int exitCode() throws InterruptedException {
    java.util.Objects.requireNonNull(thread).join(MOST);
    return exitCode;
  }

  /** Looks again and again, for a minute. */
  void until(BooleanSupplier condition) {
    var end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end)
        throw new AssertionError("waited for a minute; it said:\n" + said());
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(address() + path)), headers);
  }

  HttpResponse<String> post(String path, String json) {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(request, "Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    try {
      if (headers.length > 0) request.headers(headers);
      return client.send(request.timeout(MOST).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (development != null) development.close();
    try {
      if (thread != null) thread.join(MOST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
