package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;
import dev.covet.web.server.carrier.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code response.end} is told. */
@ExtendWith(NoLeaks.class)
final class EndingTest {
  private static final String HALF_A_BODY =
      " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc";

  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final CountDownLatch begun = new CountDownLatch(1);

  private Ending ending() throws Exception {
    return ended.get(30, TimeUnit.SECONDS);
  }

  private void endedUninterrupted(Ending how) {
    ended.complete(Thread.currentThread().isInterrupted() ? Ending.SENT : how);
  }

  /** Who leaves before the handler has begun is not answered at all. */
  private Handler copying() {
    return request -> {
      begun.countDown();
      return copy(request).onEnd(ended::complete);
    };
  }

  private Handler streaming(Content.Writer writer) {
    return request ->
        Response.of(200, "text/plain", new Content.Stream(-1, writer)).onEnd(ended::complete);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/copied", "/collected"})
  void aClientThatLeavesInTheMiddleOfItsBodyIsGoneAndNotLogged(String path) throws Exception {
    try (var log = new LogLines(Exchange.class.getName());
        var server = RunningServer.of(copying())) {
      try (var client = server.connect()) {
        client.send("POST " + path + HALF_A_BODY);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(ending()).isEqualTo(Ending.GONE);
      assertThat(log.with(path)).isEmpty();
    }
  }

  private static Response copy(Request request) {
    Content.Writer writer =
        request.path().equals("/copied")
            ? out -> request.stream().transferTo(out)
            : out -> out.write(request.body().collect(1_000));
    return Response.of(200, "text/plain", new Content.Stream(1_000, writer));
  }

  @Test
  void aClientThatSaysItSendsNoMoreInTheMiddleOfItsBodyIsGoneAndReset() throws Exception {
    try (var log = new LogLines(Exchange.class.getName());
        var server = RunningServer.of(copying());
        var client = server.connect()) {
      client.send("POST /copied" + HALF_A_BODY);
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      client.socket().shutdownOutput();
      assertThat(ending()).isEqualTo(Ending.GONE);
      assertThat(log.with("/copied")).isEmpty();
    }
  }

  @Test
  void aClientThatLeavesWhileItsAnswerIsWrittenIsGone() throws Exception {
    var block = new byte[16_384];
    Content.Writer endless =
        out -> {
          while (true) out.write(block);
        };
    try (var log = new LogLines(Exchange.class.getName());
        var server = RunningServer.of(streaming(endless))) {
      try (var client = server.connect()) {
        assertThat(client.get("/endless").socket().getInputStream().read()).isEqualTo('H');
      }
      assertThat(ending()).isEqualTo(Ending.GONE);
      assertThat(log.with("/endless")).isEmpty();
    }
  }

  @Test
  void aWriterThatThrowsHasFailedAndTheClientSeesThatTheAnswerIsNotWhole() throws Exception {
    Content.Writer broken =
        out -> {
          out.write('x');
          throw new IOException("the disk is gone");
        };
    try (var log = new LogLines(Exchange.class.getName());
        var server = RunningServer.of(streaming(broken));
        var client = server.connect()) {
      client.get("/breaks");
      assertThat(ending()).isEqualTo(Ending.FAILED);
      assertThat(log.with("/breaks")).hasSize(1);
      assertThat(client.isCutOff()).isTrue();
    }
  }

  /** V0. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void anAnswerThatComesAfterTheTimeIsOverIsNotSent(ThreadMode threads) throws Exception {
    Handler late =
        _ -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // which is over for what ends with the request
            return Response.text("late").onEnd(this::endedUninterrupted);
          }
          throw new IllegalStateException("cannot be");
        };
    try (var server = RunningServer.of(late, threads, Map.of("handlerSecondsMax", 0.1));
        var client = server.connect()) {
      var answer = client.get("/").answer();
      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.body()).startsWith("HANDLER_SECONDS_MAX");
      assertThat(ending()).isEqualTo(Ending.FAILED);
      assertThat(
              server.server().metrics().value("limit_hits_total", "limit", "HANDLER_SECONDS_MAX"))
          .isEqualTo(1);
    }
  }

  /** V0: a refusal has the time of a handler, from when it was decided. */
  @Test
  void aRefusalIsNotLateBecauseItsHandlerWas() throws Exception {
    try (var server = refusingWithin(20, 3);
        var client = server.connect()) {
      assertThat(client.get("/").answer().body()).isEqualTo("HANDLER_SECONDS_MAX");
      assertThat(
              server.server().metrics().value("limit_hits_total", "limit", "HANDLER_SECONDS_MAX"))
          .isEqualTo(1);
    }
  }

  /** V0. */
  @Test
  void aRefusalThatIsLateItselfEndsTheConnection() throws Exception {
    try (var server = refusingWithin(2_000, 0.3);
        var client = server.connect()) {
      assertThat(client.get("/").isClosed()).isTrue();
    }
  }

  /** A server whose handler never answers within its time. */
  private static RunningServer refusingWithin(int millis, double secondsMax) {
    Handler waiting =
        _ -> {
          LockSupport.park();
          return Response.text("late");
        };
    RunningServer.Refusing slow =
        (_, refused) -> {
          LockSupport.parkNanos(millis * 1_000_000L);
          return Response.text(refused.error().code()).withStatus(refused.error().status());
        };
    return RunningServer.of(waiting, slow, Map.of("handlerSecondsMax", secondsMax));
  }

  @Test
  void anAnswerReplacedByARefusalOfItsBodyIsNotSent() throws Exception {
    var fault = new AtomicReference<Throwable>();
    var entered = new CountDownLatch(1);
    Handler collecting =
        request -> {
          entered.countDown();
          try {
            request.bytes();
          } catch (ClientGone e) {
            fault.set(e);
          }
          return Response.text("of half a body").onEnd(ended::complete);
        };
    try (var server = RunningServer.of(collecting);
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      client.send("nonsense\r\n");
      assertThat(client.answer().status()).isEqualTo(400);
      assertThat(ending()).isEqualTo(Ending.FAILED);
      assertThat(fault.get()).isNotNull();
    }
  }

  @Test
  void anAnswerThatWasWrittenIsSent() throws Exception {
    try (var server = RunningServer.of(_ -> Response.text("whole").onEnd(ended::complete));
        var client = server.connect()) {
      assertThat(client.get("/").answer().body()).isEqualTo("whole");
      assertThat(ending()).isEqualTo(Ending.SENT);
    }
  }
}
