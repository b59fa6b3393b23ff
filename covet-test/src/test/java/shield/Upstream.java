package shield;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.covet.api.Provides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that fails when a test says so, and counts who asks it. Thread-safe. */
@Provides
public class Upstream implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger failing = new AtomicInteger();

  /** A server on a free port of this machine. */
  public Upstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    var fails = failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    try (exchange) {
      exchange.sendResponseHeaders(fails ? 500 : 204, -1);
    }
  }

  /** Has the next answers fail. */
  public void fail(int answers) {
    failing.set(answers);
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  /** Asks it. */
  public String ask() throws InterruptedException {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try {
      var status =
          client
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
              .statusCode();
      if (status >= 500) throw new IllegalStateException("upstream says " + status);
      return "well";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
