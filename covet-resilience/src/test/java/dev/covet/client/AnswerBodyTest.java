package dev.covet.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers that break off, are no HTTP, are too long, or packed. */
class AnswerBodyTest {
  private static final String ANN = "{\"name\": \"Ann\", \"age\": 7}";

  @AutoClose private final Http http = http(HttpLimits.USUAL);

  private static Http http(HttpLimits limits) {
    return new Http(limits, new Metrics(), Dialer.system());
  }

  @Test
  void anAnswerThatBreaksOffIsNone() throws IOException {
    breaksOff("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\"");
    breaksOff("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"name\"");
    breaksOff("HTTP/1.1 200 OK\r\nConten");
    breaksOff("");
  }

  @Test
  void whatIsNoHttpIsNoAnswer() throws IOException {
    breaksOff("SSH-2.0-OpenSSH\r\n");
    breaksOff("HTTP/1.1 600 Odd\r\nContent-Length: 0\r\n\r\n");
    breaksOff("HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000) + "\r\n\r\n");
    breaksOff("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(200) + "\r\n");
    breaksOff("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: " + 3 + "\r\n\r\nabc");
  }

  private void breaksOff(String sent) throws IOException {
    try (var service = new Wires((socket, _) -> Wires.answer(socket, sent))) {
      HttpTest.fails(http, service.url(), 502, "UPSTREAM_ERROR");
    }
  }

  @Test
  void anAnswerThatIsTooLongIsRefused() throws IOException {
    try (var small = http(HttpTest.limits(100, 5, 3, 1_000));
        var announced = Answering.json(200, " ".repeat(1_001));
        var counted =
            new Wires((socket, _) ->
                Wires.answer(
                    socket,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n"
                        + " ".repeat(2_000)
                        + "\r\n0\r\n\r\n"))) {
      HttpTest.fails(small, announced.url(), 502, "RESPONSE_BYTES_MAX");
      HttpTest.fails(small, counted.url(), 502, "RESPONSE_BYTES_MAX");
    }
  }

  @Test
  void aPackedAnswerIsUnpackedAndCountedUnpacked() {
    try (var service =
            new Answering(exchange -> {
              assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                  .isEqualTo("gzip");
              var isBomb = exchange.getRequestURI().getPath().equals("/bomb/person");
              var packed = packed(isBomb ? " ".repeat(1_000_000) : ANN);
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              exchange.sendResponseHeaders(200, packed.length);
              exchange.getResponseBody().write(packed);
              exchange.close();
            });
        var small = http(HttpTest.limits(100, 5, 3, 10_000))) {
      assertThat(small.get(service.url() + "/person").read(Person.class).name()).isEqualTo("Ann");
      HttpTest.fails(small, service.url() + "/bomb", 502, "RESPONSE_BYTES_MAX");
    }
  }

  /** What stands behind would be taken for the answer of the next call. */
  @Test
  void anAnswerHasNothingBehindWhatIsPacked() {
    try (var service =
        new Answering(exchange -> {
          var body = new ByteArrayOutputStream();
          body.write(packed(ANN));
          body.write(new byte[600]);
          body.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(UTF_8));
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, body.size());
          exchange.getResponseBody().write(body.toByteArray());
          exchange.close();
        })) {
      HttpTest.fails(http, service.url(), 502, "UPSTREAM_ERROR");
      HttpTest.fails(http, service.url(), 502, "UPSTREAM_ERROR");
    }
  }

  @Test
  void nothingThatIsSaidToBePackedIsNothing() throws IOException {
    for (var head :
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n")) {
      try (var service = new Wires((socket, _) -> Wires.answer(socket, head))) {
        assertThat(http.get(service.url()).send().bytes()).isEmpty();
      }
    }
  }

  private static byte[] packed(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
