package dev.covet.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.covet.schema.BodySchema;
import dev.covet.schema.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What an app is asked in the run from which the JVM makes a start-up cache: its pages, a path that
 * is not there, and routes that read and need no value in their path.
 */
record Training(RunningApp app, int port) {
  /** Routes beyond these load nothing that the first ones did not. */
  private static final int ROUTES_MAX = 20;

  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final int ANSWER_BYTES_MAX = 1 << 20;

  /** Asks, and takes any answer; what is wrong with one is for tests to find. */
  void run() throws IOException {
    for (var path : paths().toList()) get(path);
  }

  private Stream<String> paths() {
    var pages = app.hasDocs() ? Stream.of("/openapi.json", "/docs") : Stream.<String>of();
    var routes =
        app.operations().stream()
            .filter(one -> one.method().equals("GET") && !one.path().contains("{"))
            .filter(one -> !hasEvents(one))
            .map(Operation::path)
            .limit(ROUTES_MAX);
    return Stream.of(pages, Stream.of("/nowhere"), routes).flatMap(each -> each);
  }

  /** Events may be long in coming, and have no end. */
  private static boolean hasEvents(Operation operation) {
    return operation.responses().stream()
        .flatMap(each -> Stream.ofNullable(each.content()))
        .anyMatch(BodySchema::isEvents);
  }

  private void get(String path) throws IOException {
    var end = System.nanoTime() + ANSWER_MAX.toNanos();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var head = "GET " + ascii(path) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      read(socket, end);
    } catch (SocketTimeoutException | SocketException _) {
      // a stream whose next part is not there yet, or an answer that was given up
    }
  }

  private static void read(Socket socket, long end) throws IOException {
    var bytes = new byte[8_192];
    for (int size = 0, read = 0; read >= 0 && size < ANSWER_BYTES_MAX; size += read) {
      var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) return; // a stream that goes on and on
      socket.setSoTimeout(Math.toIntExact(left));
      read = socket.getInputStream().read(bytes);
    }
  }

  private static String ascii(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
