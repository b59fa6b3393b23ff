package dev.covet.cli.dev;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import dev.covet.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
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
  static final String APP =
      """
      package shop;

      import dev.covet.app.Covet;

      final class ShopApp {
        static void main(String[] args) {
          Covet.app().add(Items.class).run(args);
        }
      }
      """;

  static final String ITEMS =
      """
      package shop;

      import dev.covet.api.Get;
      import dev.covet.api.Routes;

      /** Items. */
      @Routes("/items")
      final class Items {
        record Item(String name) {}

        /** The item. */
        @Get
        Item one() {
          return new Item("apple");
        }
      }
      """;

  private static final Duration MOST = Duration.ofSeconds(60);

  private final Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> arguments = new ArrayList<>(List.of("--port", "0"));
  private final List<String> options =
      new ArrayList<>(List.of("-encoding", "UTF-8", "-Xlint:all,-processing,-path"));
  private final List<Path> processors = new ArrayList<>(libraries());
  private String main = "";
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

  /** Writes the two files of an app, which answers {@code GET /items}. */
  Workshop app() throws IOException {
    return source("shop/ShopApp.java", APP).source("shop/Items.java", ITEMS);
  }

  /** Items whose start goes on as long as there is a file "gate", unless it is interrupted. */
  String slowItems() {
    return ITEMS
        .replace("Get;", "Get;\nimport dev.covet.api.OnStart;\nimport java.nio.file.*;")
        .replace(
            "  /** The item. */",
            """
              @OnStart
              void slow() throws Exception {
                Files.writeString(Path.of("%1$s/entered"), "");
                while (Files.exists(Path.of("%1$s/gate"))) {
                  java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                  if (!Thread.currentThread().isInterrupted()) continue;
                  Files.createFile(Path.of("%1$s/interrupted"));
                  throw new InterruptedException();
                }
              }

              /** The item. */\
            """
                .formatted(folder));
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
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

  /** What the POM chooses, before somebody edits it. */
  Workshop withMain(String type) {
    main = type;
    return this;
  }

  Workshop withOption(String option) {
    options.add(option);
    return this;
  }

  Workshop withProcessor(Path classes) {
    processors.add(classes);
    return this;
  }

  Path folder() {
    return folder;
  }

  private static List<Path> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(path -> !path.endsWith("test-classes"))
        .map(Path::of)
        .toList();
  }

  Project project() {
    return new Project(
        "shop",
        folder,
        List.of(folder.resolve("src/main/java")),
        List.of(folder.resolve("src/main/resources")),
        folder.resolve("target/classes"),
        libraries(),
        processors,
        options,
        main,
        List.of(folder.resolve("pom.xml")));
  }

  /** What {@code covet:describe} writes for this project, with another main class and option. */
  String description(String type, String option) {
    var paths = libraries().stream().map(Path::toString).toList();
    return """
    name=shop
    folder=%s
    classes=target/classes
    sources=%s
    poms=%s
    libraries=%s
    processors=%s
    main=%s
    options=%s
    """
        .formatted(
            folder,
            folder.resolve("src/main/java"),
            folder.resolve("pom.xml"),
            String.join(File.pathSeparator, paths),
            String.join(File.pathSeparator, paths),
            type,
            option);
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

  /** Begins, and waits for the first version. */
  Workshop start() {
    begin();
    until(() -> !address().isEmpty() && said().contains(address()));
    return this;
  }

  Development development() {
    return java.util.Objects.requireNonNull(development);
  }

  String address() {
    return development().address();
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

  /** Looks again and again, for a minute: a machine may have much else to do. */
  void until(BooleanSupplier condition) {
    var end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("waited in vain; it said:\n" + said());
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(address() + path)), headers);
  }

  /** Asks as a browser does that was led here by the name {@code host}. */
  Socket asked(String path, String host) throws IOException {
    return sent(
        """
        GET %s HTTP/1.1\r
        Host: %s\r
        Accept: text/html, text/event-stream\r
        Connection: close\r
        \r
        """
            .formatted(path, host));
  }

  /** A socket over which a WebSocket is asked for. */
  Socket opened(String path) throws IOException {
    return sent(
        """
        GET %s HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(path));
  }

  private Socket sent(String request) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(address()).getPort());
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
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
