package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.covet.benchmarks.load.LoadClient.Pressure;
import dev.covet.benchmarks.raw.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that does not answer as it should cannot win. */
class LoadClientTest {
  private static final Call JSON = Call.named("json");

  @Test
  void theRawServerAnswersEveryRequestOfTheWorkload() throws IOException {
    try (var server = RawServer.start("127.0.0.1", 0)) {
      for (var call : Call.ALL) {
        assertThat(LoadClient.ask(server.port(), call).status()).isEqualTo(call.status());
      }
      assertThat(LoadClient.ask(server.port(), JSON).body())
          .isEqualTo("{\"message\":\"Hello, World!\"}");
      assertThat(LoadClient.ask(server.port(), Call.named("orders")).body())
          .endsWith("\"count\":20,\"total\":16086.10}");
      assertThat(LoadClient.ask(server.port(), Call.named("orders_bad")).body())
          .contains("customer.email", "items[3].qty", "items[7].price");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "2, 16"})
  void everyAnswerIsCounted(int connections, int depth) throws IOException {
    try (var server = RawServer.start("127.0.0.1", 0)) {
      for (var call : Call.ALL) {
        try (var client = new LoadClient(server.port(), call, new Pressure(connections, depth))) {
          assertAnswered(client);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "2, 16"})
  void everyAnswerByHttp2IsCounted(int connections, int depth) throws IOException {
    var pressure = new Pressure(connections, depth);
    try (var server = RawServer.start("127.0.0.1", 0);
        var client = new LoadClient(server.port(), JSON.overHttp2(), pressure)) {
      assertAnswered(client);
    }
  }

  /** A server that has just started may load classes for a while. */
  private static void assertAnswered(LoadClient client) throws IOException {
    var end = System.nanoTime() + 30_000_000_000L;
    while (client.drive(Duration.ofMillis(50)) == 0) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  @Test
  void aWrongAnswerByHttp2EndsTheRun() throws IOException {
    var missing = Call.get("missing", "/missing").overHttp2();
    try (var server = RawServer.start("127.0.0.1", 0);
        var client = new LoadClient(server.port(), missing, new Pressure(1, 1))) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> assertAnswered(client))
          .withMessage("an answer to missing has another status");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 500 Oops|Content-Length: 0||, 'status 500, not 200'",
    "HTTP/1.1 200 OK||, no Content-Length",
    "HTTP/1.1 200 OK|Content-Length: 1||aHTTP/1.1 200 OK|content-length: 2||ab, '2 bytes, others 1'",
    "HTTP/1.1 200 OK|Content-Le, the server closed a connection of json",
  })
  void aWrongAnswerEndsTheRun(String answer, String why) throws Exception {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var server =
          Thread.ofVirtual().start(() -> answerOnce(listener, answer.replace("|", "\r\n")));
      try (var client = new LoadClient(listener.getLocalPort(), JSON, new Pressure(1, 1))) {
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(() -> client.drive(Duration.ofSeconds(5)))
            .withMessageContaining(why);
      }
      server.join();
    }
  }

  private static void answerOnce(ServerSocket listener, String answer) {
    try (var socket = listener.accept()) {
      var read = socket.getInputStream().read(new byte[4_096]);
      assertThat(read).isPositive();
      socket.getOutputStream().write(answer.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void serversAreComparedWithoutWhatChangesWithEachAnswer() {
    var one =
        Answer.of(
            "HTTP/1.1 200 OK\r\nDate: a\r\nB: c\r\nX-Request-Id: 1\r\n\r\nx".getBytes(US_ASCII));
    var other =
        Answer.of(
            "HTTP/1.1 200 OK\r\nx-request-id: 2\r\nb: c\r\ndate: b\r\n\r\nx".getBytes(US_ASCII));
    var third =
        Answer.of("HTTP/1.1 200 OK\r\nDate: a\r\nX-Request-Id: 1\r\n\r\nx".getBytes(US_ASCII));
    assertThat(one).isEqualTo(other).isNotEqualTo(third);
  }
}
