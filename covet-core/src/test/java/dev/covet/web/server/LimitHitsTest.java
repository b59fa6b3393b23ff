package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metric;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H2, H4, H5, H12: a limit that was reached counts once, by its name, and no other does. */
@ExtendWith(NoLeaks.class)
final class LimitHitsTest {
  private static final Map<String, Double> LOW =
      Map.of(
          "requestLineBytesMax", 100.0,
          "headersBytesMax", 300.0,
          "headersCountMax", 4.0,
          "chunkExtensionBytesMax", 10.0,
          "bodyBytesInFlightMax", 100.0,
          "headersSecondsMax", 0.3);

  /** {@code ~} is CRLF, {@code #} two hundred letters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REQUEST_LINE_BYTES_MAX   | 414 | GET /# HTTP/1.1~Host: a~~
          HEADERS_BYTES_MAX        | 431 | GET / HTTP/1.1~Host: a~X: #~Y: #~~
          HEADERS_COUNT_MAX        | 431 | GET / HTTP/1.1~Host: a~A: b~A: b~A: b~A: b~~
          HEADERS_COUNT_MAX        | 431 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~0~A: b~A: b~A: b~A: b~A: b~~
          CHUNK_EXTENSION_BYTES_MAX| 400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1;abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz~x~0~~
          BODY_BYTES_IN_FLIGHT_MAX | 503 | POST / HTTP/1.1~Host: a~Content-Length: 200~~#
          HEADERS_SECONDS_MAX      | 408 | GET / HTTP/1.1~Host: a~
          """)
  void ofWhatAClientSends(String limit, int status, String bytes) throws IOException {
    try (var server = RunningServer.of(LimitHitsTest::readAll, ThreadMode.AUTO, LOW);
        var client = server.connect()) {
      client.send(bytes.replace("~", "\r\n").replace("#", "x".repeat(200)));
      var answer = client.answer();
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).startsWith(limit);
      assertHitOnce(server, limit);
    }
  }

  @Test
  void ofConnections() throws IOException {
    var one = Map.of("connectionsMax", 1.0);
    try (var server = RunningServer.of(LimitHitsTest::readAll, ThreadMode.AUTO, one);
        var first = server.connect()) {
      assertThat(first.get("/").answer().status()).isEqualTo(200);
      try (var second = server.connect()) {
        assertThat(second.isClosed()).isTrue();
      }
      assertHitOnce(server, "CONNECTIONS_MAX");
    }
  }

  private static void assertHitOnce(RunningServer server, String limit) {
    assertThat(server.server().metrics().all())
        .filteredOn(metric -> metric.name().equals("limit_hits_total"))
        .containsExactly(new Metric.Count("limit_hits_total", Map.of("limit", limit), 1));
  }

  private static Response readAll(Request request) {
    return Response.text("" + request.bytes().length);
  }
}
