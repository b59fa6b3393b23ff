package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;
import dev.covet.web.server.carrier.ServerLimits;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is the same in whatever parts it comes, and ends where its fields say (RFC 9112). */
@ExtendWith(NoLeaks.class)
final class PartsTest {
  /** More than is read ahead while nothing can be decoded. */
  private static final int LONG_BYTES = 17_000;

  private static final LimitSource HIGHEST =
      new LimitSource() {
        @Override
        public long whole(String name, long usual, long most) {
          return most;
        }

        @Override
        public double seconds(String name, double usual, int most) {
          return most;
        }
      };

  private final Semaphore parked = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);

  private static Response path(Request request) {
    return Response.text(request.path() + " of " + request.authority());
  }

  /** What was sent and what will be are read apart. */
  private static void apart() {
    LockSupport.parkNanos(20_000_000);
  }

  @Test
  void aLongHeadMayComeInPieces() throws Exception {
    var limits = Map.of("headersBytesMax", 40_000.0, "headersSecondsMax", 2.0);
    try (var server = RunningServer.of(PartsTest::path, ThreadMode.AUTO, limits);
        var client = server.connect()) {
      client.send("GET /long HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(LONG_BYTES));
      apart();
      for (var piece = 0; piece < 4; piece++) {
        client.send("y".repeat(1_000));
        apart();
      }
      assertThat(client.send("\r\n\r\n").answer().body()).isEqualTo("/long of a");
    }
  }

  /** Once they announced eight bytes; a server in front of this one knows nothing of that. */
  @Test
  void keysOfAnOldWebSocketAnnounceNoBody() throws Exception {
    try (var server = RunningServer.of(PartsTest::path);
        var client = server.connect()) {
      client.send(
          """
          GET /first HTTP/1.1
          Host: a
          Sec-WebSocket-Key1: 1
          Sec-WebSocket-Key2: 2

          GET /next HTTP/1.1
          Host: a

          """
              .replace("\n", "\r\n"));
      assertThat(client.answer().body()).isEqualTo("/first of a");
      assertThat(client.answer().body()).isEqualTo("/next of a");
    }
  }

  /** RFC 9112, 3.2.2. */
  @ParameterizedTest
  @ValueSource(strings = {"http://front.example:81/x", "HTTP://front.example:81/x"})
  void theAuthorityOfAnAbsoluteTargetStandsAboveHost(String target) throws Exception {
    try (var server = RunningServer.of(PartsTest::path);
        var client = server.connect()) {
      client.send("GET " + target + " HTTP/1.1\r\nHost: back.example\r\n\r\n");
      assertThat(client.answer().body()).isEqualTo("/x of front.example:81");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0\r\n", "000;x=y\r\n"})
  void trailersMayComeInPieces(String last) throws Exception {
    try (var server =
            RunningServer.of(request -> {
              parked.release();
              return Response.text("" + request.bytes().length);
            });
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send("3\r\nabc\r\n" + last);
      assertThat(parked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      for (var i = 0; i < 40; i++) {
        client.send("Trailer-" + i + ": " + "v".repeat(100) + "\r\n");
        apart();
      }
      client.send("\r\n").get("/next");
      assertThat(client.answer().body()).isEqualTo("3");
      assertThat(client.answer().body()).isEqualTo("0");
    }
  }

  /** The last bytes still wait to be decoded when the end of the input is seen. */
  @Test
  void aWholeUploadIsReadAlthoughItsClientSendsNothingMore() throws Exception {
    try (var server = RunningServer.of(this::parked);
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n");
      client.send("x".repeat(70_000)).socket().shutdownOutput();
      assertThat(parked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      go.release();
      var answer = client.answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("70000");
    }
  }

  private Response parked(Request request) {
    parked.release();
    go.acquireUninterruptibly();
    return Response.text("" + request.bytes().length);
  }

  /** The last chunk has no bytes, and what is behind its semicolon is no field of a trailer. */
  @ParameterizedTest
  @ValueSource(
      strings = {"3;%s\r\nabc\r\n0\r\n\r\n", "3\r\nabc\r\n0;%s\r\n\r\n", "0;%s\r\nX: y\r\n\r\n"})
  void theExtensionOfEveryChunkCounts(String chunks) throws Exception {
    try (var server =
        RunningServer.of(
            request -> Response.text("" + request.bytes().length),
            (request, why) -> RunningServer.refuse(request, why),
            Map.of("chunkExtensionBytesMax", 100.0))) {
      assertThat(chunked(server, chunks.formatted("x".repeat(90))).status()).isEqualTo(200);
      assertThat(chunked(server, "0 ;x=y\r\nX: " + "y".repeat(2_000) + "\r\n\r\n").status())
          .as("fields behind the last chunk are no extension")
          .isEqualTo(200);
      var refused = chunked(server, chunks.formatted("x".repeat(200)));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).startsWith("CHUNK_EXTENSION_BYTES_MAX");
    }
  }

  private static RawClient.Answer chunked(RunningServer server, String chunks) throws Exception {
    try (var client = server.connect()) {
      return client
          .send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
          .answer();
    }
  }

  /** 499 is for the log and the metrics: what is half a request has no answer. */
  @Test
  void aClientThatEndsInTheMiddleOfItsBodyIsSentNothing() throws Exception {
    try (var server =
            RunningServer.of(request -> {
              parked.release();
              try {
                return Response.text("" + request.bytes().length);
              } catch (ClientGone gone) {
                return Response.empty(ClientGone.STATUS).withFault(gone);
              }
            });
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
      assertThat(parked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      client.socket().shutdownOutput();

      assertThat(client.isClosed()).isTrue();
    }
  }

  /** An operator may set any of them, and then every request must still come through. */
  @Test
  void everyLimitMayHaveItsHighestValue() throws Exception {
    try (var server = RunningServer.of(PartsTest::path, ServerLimits.from(HIGHEST));
        var client = server.connect()) {
      assertThat(client.get("/highest").answer().body()).isEqualTo("/highest of a");
      client.send("POST /again HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
      assertThat(client.answer().body()).isEqualTo("/again of a");
    }
  }
}
