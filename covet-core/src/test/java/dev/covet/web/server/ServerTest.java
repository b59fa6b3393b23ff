package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.BodyTooLarge;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.res.http11, S2.lb.worker, S2.h.bridge; security.md H5, H7, H8, H9, H12, V0. */
@ExtendWith(NoLeaks.class)
final class ServerTest {
  private static Response echo(Request request) {
    return switch (request.path()) {
      case "/body" -> Response.bytes("application/octet-stream", request.bytes());
      case "/stream" ->
          Response.of(
              200, "text/plain", new Content.Stream(-1, out -> request.stream().transferTo(out)));
      case "/unread" -> Response.text("refused").withStatus(401);
      case "/empty" -> Response.empty(204);
      default -> Response.text(request.method() + " " + request.path());
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aConnectionIsKeptForManyRequests(ThreadMode threads) throws IOException {
    try (var server = RunningServer.of(ServerTest::echo, threads, Map.of());
        var client = server.connect()) {
      for (var i = 0; i < 200; i++) {
        assertThat(client.get("/n" + i).answer().body()).isEqualTo("GET /n" + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void pipelinedRequestsAreAnsweredInOrder(ThreadMode threads) throws IOException {
    try (var server = RunningServer.of(ServerTest::echo, threads, Map.of());
        var client = server.connect()) {
      var all = new StringBuilder();
      for (var i = 0; i < 300; i++)
        all.append("GET /n").append(i).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
      client.send(all.toString());
      for (var i = 0; i < 300; i++) assertThat(client.answer().body()).isEqualTo("GET /n" + i);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void bodiesComeWithALengthAndInChunks(ThreadMode threads) throws IOException {
    try (var server = RunningServer.of(ServerTest::echo, threads, Map.of());
        var client = server.connect()) {
      for (var i = 0; i < 100; i++) {
        client.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(client.answer().body()).isEqualTo("hello");
        client.send(
            "POST /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        client.send("2\r\nde\r\n0\r\n\r\n");
        assertThat(client.answer().body()).isEqualTo("abcde");
      }
    }
  }

  @Test
  void aClientThatExpects100IsToldToGoOnAtTheFirstRead() throws IOException {
    try (var server = RunningServer.of(ServerTest::echo);
        var client = server.connect()) {
      client.send(
          "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
      assertThat(client.answer().status()).isEqualTo(100);
      assertThat(client.send("ok").answer().body()).isEqualTo("ok");
      assertThat(client.get("/again").answer().body()).isEqualTo("GET /again");
    }
  }

  /** H7. */
  @Test
  void aRefusalDoesNotCostTheBodyAndCloses() throws IOException {
    try (var server = RunningServer.of(ServerTest::echo);
        var client = server.connect()) {
      client.send(
          "POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
      var answer = client.answer();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.closes()).isTrue();
      assertThat(client.isClosed()).isTrue();
    }
  }

  /** H9. */
  @Test
  void headAnd204HaveNoBody() throws IOException {
    try (var server = RunningServer.of(ServerTest::echo);
        var client = server.connect()) {
      var head = client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n").headAnswer();
      assertThat(head.head()).contains("Content-Length: 7\r\n");
      var empty = client.get("/empty").answer();
      assertThat(empty.status()).isEqualTo(204);
      assertThat(empty.head()).doesNotContain("Content-Length").contains("Date: ");
      assertThat(client.get("/y").answer().body()).isEqualTo("GET /y");
    }
  }

  /** B1: nobody has said before how long it is. */
  @Test
  void aBodyInChunksIsNotTakenOnceItIsTooLong() throws IOException {
    Handler counting =
        request -> {
          try {
            return Response.text("" + request.bytes().length);
          } catch (BodyTooLarge refused) {
            return Response.text(refused.code()).withStatus(refused.status());
          }
        };
    var most =
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            + ("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(16);
    try (var server = RunningServer.of(counting);
        var fits = server.connect();
        var more = server.connect()) {
      assertThat(fits.send(most + "0\r\n\r\n").answer().body()).isEqualTo("1048576");
      assertThat(more.send(most + "1\r\nx\r\n").answer().body()).isEqualTo("BODY_BYTES_MAX");
    }
  }

  /** H5. */
  @Test
  void aSlowHeadIsAnswered408AndAnIdleConnectionIsClosed() throws IOException {
    try (var server =
            RunningServer.of(
                ServerTest::echo,
                ThreadMode.AUTO,
                Map.of("headersSecondsMax", 0.2, "idleSecondsMax", 0.3));
        var slow = server.connect();
        var idle = server.connect()) {
      assertThat(slow.send("GET / HTTP/1.1\r\nHo").answer().status()).isEqualTo(408);
      assertThat(slow.isClosed()).isTrue();
      assertThat(idle.isClosed()).isTrue();
      assertThat(
              server.server().metrics().value("limit_hits_total", "limit", "HEADERS_SECONDS_MAX"))
          .isEqualTo(1);
    }
  }

  @Test
  void anEmptyLineBeginsNoRequest() throws IOException {
    var quick = Map.of("headersSecondsMax", 0.2, "idleSecondsMax", 0.3);
    try (var server = RunningServer.of(ServerTest::echo, ThreadMode.AUTO, quick);
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx\r\n");
      assertThat(client.answer().status()).isEqualTo(200);
      assertThat(client.isClosed()).as("closed as an idle one, without a 408").isTrue();
    }
  }

  /** V0. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aHandlerThatTakesTooLongIsInterrupted(ThreadMode threads) throws Exception {
    var interrupted = new CountDownLatch(1);
    try (var server =
            RunningServer.of(
                _ -> waitForever(interrupted), threads, Map.of("handlerSecondsMax", 0.2));
        var client = server.connect()) {
      assertThat(client.get("/").answer().status()).isEqualTo(504);
      assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Response waitForever(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      interrupted.countDown();
    }
    return Response.empty(204);
  }

  /** H12. */
  @Test
  void connectionsBeyondTheLimitAreClosed() throws IOException {
    try (var server =
            RunningServer.of(ServerTest::echo, ThreadMode.AUTO, Map.of("connectionsMax", 1.0));
        var first = server.connect()) {
      assertThat(first.get("/").answer().status()).isEqualTo(200);
      try (var second = server.connect()) {
        assertThat(second.isClosed()).isTrue();
      }
      assertThat(first.get("/").answer().status()).isEqualTo(200);
    }
  }

  @Test
  void aHalfClosedConnectionStillGetsItsAnswers() throws IOException {
    try (var server = RunningServer.of(ServerTest::echo);
        var client = server.connect()) {
      client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
      client.socket().shutdownOutput();
      assertThat(client.answer().body()).isEqualTo("GET /1");
      assertThat(client.answer().body()).isEqualTo("GET /2");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void stoppingLetsARunningRequestFinish() throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var server =
        RunningServer.of(_ -> {
          entered.countDown();
          await(go);
          return Response.text("done");
        });
    try (var client = server.connect()) {
      client.get("/");
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      var stopped =
          CompletableFuture.supplyAsync(() -> server.server().stop(Duration.ofSeconds(5)));
      go.countDown();
      assertThat(client.answer().body()).isEqualTo("done");
      client.socket().shutdownOutput();
      assertThat(stopped.get(10, TimeUnit.SECONDS)).isZero();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
