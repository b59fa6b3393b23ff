package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.limit.LimitSource;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import dev.covet.web.server.carrier.ServerLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server answers in the app's place, in bytes, and what the log says of it. */
@Timeout(300)
final class RefusedTest {
  private static final Map<String, Double> SHORT = Map.of("handlerSecondsMax", 0.3);
  private static final String ASKED =
      " /wait?token=hunter2 HTTP/1.1~Host: a~X-Request-Id: %s~Connection: close~"
          + "Accept: APPLICATION/PROBLEM+JSON~~";

  private final BlockingQueue<String> ids = new LinkedBlockingQueue<>();
  private final CountDownLatch go = new CountDownLatch(1);

  private App app() {
    return Covet.app()
        .set("LOG_REQUESTS", "all")
        .use((request, next) -> next.handle(request).withHeader("X-Own", request.id()))
        .get("/", request -> Response.text("query " + request.query()))
        .get("/wait", this::await);
  }

  private Response await(Request request) {
    ids.add(request.id());
    try {
      return Response.text("" + go.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException _) {
      return Response.text("interrupted");
    }
  }

  /** An app behind a server. */
  private final class Running implements AutoCloseable {
    private final RunningApp app = app().start(StartOptions.of(Mode.TEST));
    private final Server server;

    Running(Map<String, Double> limits) {
      var settings =
          ServerSettings.of("127.0.0.1", 0)
              .withLimits(LimitSource.with(limits, ServerLimits::from));
      server = Server.start(app, settings, app.loops());
    }

    Client connect() throws IOException {
      return new Client(server.port());
    }

    @Override
    public void close() {
      go.countDown();
      server.close();
      app.close();
    }
  }

  /** Sends bytes as they are, but {@code ~} as CRLF. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;

    Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(10_000);
    }

    void send(String text) throws IOException {
      var bytes = text.replace("~", "\r\n");
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes until the server closes. */
    String all(String text) throws IOException {
      send(text);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String header(String answer, String name) {
    return answer
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  /**
   * V0, H9: a HEAD that takes too long has the id, the format and no body, and a line its route.
   */
  @Test
  void aLateAnswerIsReplacedForTheRequestThatItIs() throws Exception {
    try (var lines = new LogLines("dev.covet.requests");
        var server = new Running(SHORT);
        var client = server.connect()) {
      var answer = client.all("HEAD" + ASKED.formatted("late-1"));

      assertThat(answer)
          .startsWith("HTTP/1.1 504 Gateway Timeout\r\n")
          .contains("\r\nX-Request-Id: late-1\r\n", "Content-Type: application/problem+json")
          .endsWith("\r\n\r\n");
      assertThat(lines.of("late-1").stream().map(LogLines::values))
          .anySatisfy(values ->
              assertThat(values)
                  .containsEntry("method", "HEAD")
                  .containsEntry("path", "/wait")
                  .containsEntry("route", "/wait")
                  .containsEntry("status", "504")
                  .containsEntry("code", "HANDLER_SECONDS_MAX")
                  .containsEntry("peer", "127.0.0.1:" + client.socket.getLocalPort())
                  .doesNotContainEntry("connection", ""));
      assertThat(lines.of("late-1"))
          .noneMatch(line -> ("" + LogLines.values(line)).contains("hunter2"));
    }
  }

  /** D63: middleware of the app stands around what is refused, too, and the log has its status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GET /wait HTTP/1.1~Host: a~~; 504",
        "GET /  HTTP/1.1~Host: a~~; 400",
        "BREW / HTTP/1.1~Host: a~~; 501",
        "TRACE / HTTP/1.1~Host: a~~; 405",
        "GET / HTTP/1.1~Host: a~Expect: much~~; 417",
        "GET / HTTP/3.0~Host: a~~; 505",
        "GET /%s HTTP/1.1~Host: a~~; 414",
        "GET / HTTP/1.1~Host: a~X-Long: %s%s~~; 431",
        "POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~zz~; 400",
        "GET /nowhere HTTP/1.1~Host: a~Connection: close~~; 404"
      })
  void whatIsRefusedPassesTheMiddlewareOfTheApp(String bytes, int status) throws Exception {
    try (var lines = new LogLines("dev.covet.requests")) {
      String id;
      try (var server = new Running(SHORT);
          var client = server.connect()) {
        var answer = client.all(bytes.replace("%s", "x".repeat(9_000)));
        id = header(answer, "X-Request-Id");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(header(answer, "X-Own")).isNotEmpty().isEqualTo(id);
      }
      assertThat(lines.of(id)).hasSize(1); // the server has stopped: the handler has ended, too
      assertThat(LogLines.values(lines.of(id).getFirst())).containsEntry("status", "" + status);
    }
  }

  /** D63. */
  @Test
  void whatIsOneTooManyPassesTheMiddlewareOfTheApp() throws Exception {
    try (var server = new Running(Map.of("requestsInFlightMax", 1.0));
        var first = server.connect();
        var second = server.connect()) {
      first.send("GET /wait HTTP/1.1~Host: a~~");
      ids.take();

      assertThat(second.all("GET" + ASKED.formatted("many-2")))
          .startsWith("HTTP/1.1 503 ")
          .contains("\r\nX-Own: many-2\r\n");
    }
  }

  /** L1: the id is the one that the handler's own lines have. */
  @Test
  void aLateAnswerHasTheIdThatItsHandlerHas() throws Exception {
    try (var server = new Running(SHORT);
        var client = server.connect()) {
      var answer = client.all("GET /wait HTTP/1.1~Host: a~~");

      assertThat(header(answer, "X-Request-Id")).isNotEmpty().isEqualTo(ids.take());
      assertThat(answer).contains("\"code\":\"HANDLER_SECONDS_MAX\"");
    }
  }

  /** H12. */
  @Test
  void whatIsOneTooManyIsRefusedAsTheRequestThatItIs() throws Exception {
    try (var lines = new LogLines("dev.covet.requests");
        var server = new Running(Map.of("requestsInFlightMax", 1.0));
        var first = server.connect();
        var second = server.connect()) {
      first.send("GET /wait HTTP/1.1~Host: a~~");
      ids.take();
      var answer = second.all("GET" + ASKED.formatted("many-1"));

      assertThat(answer)
          .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
          .contains("X-Request-Id: many-1", "application/problem+json", "Retry-After: 1")
          .contains("\"code\":\"REQUESTS_IN_FLIGHT_MAX\"");
      var line = LogLines.values(lines.of("many-1").getFirst());
      assertThat(line).containsEntry("route", "/wait").containsEntry("path", "/wait");
    }
  }

  /** H2, H3, L1: the line says what was malformed, and of whom, but no query. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GET /x?t=hunter2 HTTP/1.1~Host : a~~; GET; /x; A header field is malformed",
        "GET /x?t=hunter2 HTTP/1.1~~; GET; /x; Host is missing, repeated or malformed",
        "GET /x?t=hunter2#hunter2 HTTP/1.1~Host: a~~; GET; /x; The request target is malformed",
        "GET http://u:hunter2@a/x HTTP/1.1~Host: a~~; GET; /x; The request target is malformed",
        "BREW /pot HTTP/1.1~Host: a~~; BREW; /pot; This method is not implemented",
        "GET /é HTTP/1.1~~; GET; ''; The request line is malformed: escape what is not ASCII, as in %C3%A9",
        "GET /x  HTTP/1.1~~; GET; /x; The request line is malformed",
        "\0~~; ''; ''; The request line is malformed"
      })
  void theLineOfWhatIsMalformedSaysWhatIsKnown(
      String bytes, String method, String path, String reason) throws Exception {
    try (var lines = new LogLines("dev.covet.requests");
        var server = new Running(Map.of());
        var client = server.connect()) {
      var id = header(client.all(bytes), "X-Request-Id");

      var line = lines.of(id);
      assertThat(line).hasSize(1);
      assertThat(LogLines.values(line.getFirst()))
          .containsEntry("method", method)
          .containsEntry("path", path)
          .containsEntry("reason", reason)
          .containsEntry("peer", "127.0.0.1:" + client.socket.getLocalPort())
          .doesNotContainEntry("connection", "");
      assertThat(LogLines.values(line.getFirst()).values()).noneMatch(v -> v.contains("hunter2"));
    }
  }

  /** H3: RFC 9110, 15.5.6. */
  @Test
  void aMethodThatIsNeverAllowedIsToldWhichAre() throws Exception {
    try (var server = new Running(Map.of());
        var client = server.connect()) {
      assertThat(client.all("TRACE /wait HTTP/1.1~Host: a~~"))
          .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
          .contains("\r\nAllow: GET, HEAD, OPTIONS\r\n");
    }
  }

  /** RFC 9112, 3.2.2 and 3.2.4; RFC 9110, 15. */
  @Test
  void targetsAndPhrasesAreThoseOfTheStandard() throws Exception {
    var rest = " HTTP/1.1~Host: x~Connection: close~~";
    var expected =
        List.of(
            List.of("GET http://x?limit=1" + rest, "HTTP/1.1 200 OK\r\n", "query limit=1"),
            List.of("OPTIONS http://x" + rest, "HTTP/1.1 204 No Content\r\n", "\r\n\r\n"),
            List.of("OPTIONS http://x/" + rest, "HTTP/1.1 204 No Content\r\n", "Allow: GET"),
            List.of("GET /" + "x".repeat(9_000) + rest, "HTTP/1.1 414 URI Too Long\r\n", "414"));
    try (var server = new Running(Map.of())) {
      for (var each : expected) {
        try (var client = server.connect()) {
          assertThat(client.all(each.get(0))).startsWith(each.get(1)).contains(each.get(2));
        }
      }
    }
  }
}
