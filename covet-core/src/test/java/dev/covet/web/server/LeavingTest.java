package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.ServerState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H5, H6: while an answer leaves, no clock runs against its connection but that for stalls. */
@ExtendWith(NoLeaks.class)
final class LeavingTest {
  /** More than the buffers of the kernel at both ends hold. */
  private static final int BIG_BYTES = 32 << 20;

  private static final Map<String, Double> SHORT =
      Map.of("lingerSecondsMax", 0.1, "idleSecondsMax", 0.1, "headersSecondsMax", 0.1);

  private final AtomicInteger handled = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);

  private static byte[] big() {
    var bytes = new byte[BIG_BYTES];
    BigStreams.Pattern.fill(bytes, 0);
    return bytes;
  }

  private static Handler whole() {
    var bytes = big();
    return _ -> Response.bytes("text/plain", bytes);
  }

  private static String get(String fields) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
  }

  /** Reads nothing for several times the limits. */
  private static void idle() {
    LockSupport.parkNanos(700_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Connection: close\r\n"})
  void aWholeAnswerReachesAReaderThatTakesItsTime(String fields) throws Exception {
    try (var server = RunningServer.of(whole(), ThreadMode.AUTO, SHORT);
        var client = server.connect()) {
      client.send(get(fields));
      idle();
      assertThat(client.patternAnswer()).isEqualTo(BIG_BYTES);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void whatWaitsBehindItIsAnsweredAfterwards() throws Exception {
    try (var server = RunningServer.of(whole(), ThreadMode.AUTO, SHORT);
        var client = server.connect()) {
      client.send(get("") + get("") + "GET / HTTP");
      idle();
      assertThat(client.patternAnswer()).isEqualTo(BIG_BYTES);
      assertThat(client.patternAnswer()).isEqualTo(BIG_BYTES);
      assertThat(client.answer().status()).isEqualTo(408);
    }
  }

  @Test
  void aClientThatGoesOnSendingStillGetsItsAnswer() throws Exception {
    var limits = Map.of("lingerSecondsMax", 0.1, "lingerBytesMax", 1_000.0);
    try (var server = RunningServer.of(whole(), ThreadMode.AUTO, limits);
        var client = server.connect()) {
      client.send(get("Connection: close\r\n") + "x".repeat(5_000));
      idle();
      assertThat(client.patternAnswer()).isEqualTo(BIG_BYTES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Connection: close\r\n"})
  void aStopWaitsUntilItHasLeft(String fields) throws Exception {
    try (var server = RunningServer.of(whole(), ThreadMode.AUTO, SHORT);
        var client = server.connect()) {
      client.send(get(fields));
      assertThat(client.socket().getInputStream().read()).isEqualTo('H');
      var stopped = CompletableFuture.supplyAsync(() -> server.server().stop(grace()), slow());
      idle();
      assertThat(stopped).isNotDone();
      assertThat(client.patternAnswer()).isEqualTo(BIG_BYTES);
      assertThat(stopped.get(30, TimeUnit.SECONDS)).isZero();
    }
  }

  private static Duration grace() {
    return Duration.ofSeconds(20);
  }

  private static Executor slow() {
    return task -> Thread.ofPlatform().start(task);
  }

  @Test
  void theLogSaysSoIfTheEndOfTheGraceCutsIt() throws Exception {
    try (var log = new LogLines(ServerState.class.getName());
        var server = RunningServer.of(whole());
        var client = server.connect()) {
      client.send(get(""));
      assertThat(client.socket().getInputStream().read()).isEqualTo('H');
      server.server().stop(Duration.ZERO);
      assertThat(client.isCutOff()).isTrue();
      assertThat(log.with("answer_cut_off")).isNotEmpty();
    }
  }

  @Test
  void theLogSaysSoIfItsReaderTakesNothing() throws Exception {
    var limits = Map.of("writeStallSecondsMax", 0.3);
    try (var log = new LogLines(ServerState.class.getName());
        var server = RunningServer.of(whole(), ThreadMode.AUTO, limits);
        var client = server.connect()) {
      client.send(get(""));
      awaitStall(server);
      assertThat(client.isCutOff()).isTrue();
      assertThat(log.with("answer_cut_off")).isNotEmpty();
    }
  }

  /** Waits until the limit is hit: what a client reads before that is gone with the reset. */
  private static void awaitStall(RunningServer server) {
    var metrics = server.server().metrics(); // the log has lines of other tests' servers, too
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      if (metrics.value("limit_hits_total", "limit", "WRITE_STALL_SECONDS_MAX") > 0) return;
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("the client may go on taking nothing");
  }

  /** Its rate is nobody's business any more, and what comes of it is held by nobody. */
  @Test
  void aBodyThatNobodyReadsCutsNoAnswer() throws Exception {
    var limits = Map.of("bodyBytesPerSecondMin", 1e9, "bodyBytesInFlightMax", 2_000.0);
    try (var server = RunningServer.of(whole(), ThreadMode.AUTO, limits);
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n0123456789");
      assertThat(client.socket().getInputStream().read()).isEqualTo('H');
      client.send("x".repeat(10_000));
      for (var waited = 0; waited < 8; waited++) idle();
      assertThat(client.patternAnswer()).isEqualTo(BIG_BYTES);
    }
  }

  @Test
  void theEndOfWhatAClientSendsCutsNoAnswer() throws Exception {
    try (var server = RunningServer.of(whole(), ThreadMode.AUTO, SHORT);
        var client = server.connect()) {
      client.send(get("Connection: close\r\n"));
      assertThat(client.patternBytes(BIG_BYTES - 60_000)).isTrue();
      idle();
      client.socket().shutdownOutput();
      idle();
      assertThat(client.patternRest(BIG_BYTES - 60_000)).isEqualTo(BIG_BYTES);
    }
  }

  /** What is written meanwhile has not been taken. */
  @Test
  void aClientThatTakesNothingIsCutOffHoweverOftenMoreIsWritten() throws Exception {
    var limits = Map.of("writeStallSecondsMax", 0.5, "writeBufferBytesMax", 1e9);
    Content.Writer writer =
        out -> {
          out.write(big());
          while (true) {
            out.write('x');
            out.flush();
            LockSupport.parkNanos(50_000_000);
          }
        };
    try (var server =
            RunningServer.of(
                _ -> Response.of(200, "text/plain", new Content.Stream(-1, writer)),
                ThreadMode.AUTO,
                limits);
        var client = server.connect()) {
      client.send(get(""));
      awaitStall(server);
      var end = System.nanoTime() + 30_000_000_000L;
      while (server.server().connections() > 0 && System.nanoTime() < end) idle();
      assertThat(server.server().connections()).isZero();
    }
  }

  /** An event stream opens before its first event. */
  @Test
  void aFlushSendsTheHeadOfAStream() throws Exception {
    Content.Writer writer =
        out -> {
          out.flush();
          go.acquireUninterruptibly();
          out.write('x');
        };
    try (var server =
            RunningServer.of(
                _ -> Response.of(200, "text/event-stream", new Content.Stream(-1, writer)),
                ThreadMode.JDK,
                Map.of());
        var client = server.connect()) {
      client.send(get(""));
      assertThat(client.socket().getInputStream().read()).isEqualTo('H');
      go.release();
    }
  }

  @Test
  void whatAStreamThrowsAfterItsEndBreaksNothingOff() throws Exception {
    Content.Writer writer =
        out -> {
          out.write('x');
          out.close();
          begun.release();
          go.acquireUninterruptibly();
          throw new IllegalStateException("after the end");
        };
    try (var server =
            RunningServer.of(request ->
                request.path().equals("/next")
                    ? Response.text("next")
                    : Response.of(200, "text/plain", new Content.Stream(-1, writer)));
        var client = server.connect()) {
      client.send(get(""));
      assertThat(client.answer().body()).isEqualTo("x");
      assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      go.release();
      assertThat(client.get("/next").answer().body()).isEqualTo("next");
    }
  }

  @Test
  void aLengthWithoutABodyIsNotAnnounced() throws Exception {
    try (var server =
            RunningServer.of(_ -> Response.of(200, "text/plain", new Content.LengthOnly(5)));
        var client = server.connect()) {
      client.send(get("") + get(""));
      assertThat(client.answer().head()).contains("Content-Length: 0\r\n");
      assertThat(client.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void aStopClosesAnIdleConnectionAtOnce() throws Exception {
    try (var server = RunningServer.of(_ -> Response.text("x"));
        var client = server.connect()) {
      assertThat(client.get("/").answer().status()).isEqualTo(200);
      var start = System.nanoTime();
      assertThat(server.server().stop(grace())).isZero();
      assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
      assertThat(client.isClosed()).isTrue();
    }
  }

  /** H7: what an answer says of the connection is what is done with it. */
  @ParameterizedTest
  @CsvSource({"/read, true", "/read, false", "/unread, true"})
  void nothingIsProcessedBehindAnAnswerThatAnnouncedTheEnd(String path, boolean asked)
      throws Exception {
    try (var server = RunningServer.of(this::early);
        var client = server.connect()) {
      var expect = asked ? "Expect: 100-continue\r\n" : "";
      client.send(
          "POST " + path + " HTTP/1.1\r\nHost: a\r\n" + expect + "Content-Length: 3\r\n\r\n");
      assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      client.send("abc").get("/unread");
      go.release();
      var first = client.answer();
      assertThat(first.body()).isEqualTo(path.equals("/read") ? "xabc" : "x");
      assertThat(first.closes()).isEqualTo(asked);
      if (first.closes()) {
        assertThat(client.isClosed()).isTrue();
        assertThat(handled.get()).isEqualTo(1);
      } else {
        assertThat(client.answer().body()).isEqualTo("x");
      }
    }
  }

  /** Begins its answer before it reads its body, if it does. */
  private Response early(Request request) {
    handled.incrementAndGet();
    Content.Writer writer =
        out -> {
          out.write('x');
          out.flush();
          begun.release();
          go.acquireUninterruptibly();
          go.release();
          if (request.path().equals("/read")) out.write(request.bytes());
        };
    return Response.of(200, "text/plain", new Content.Stream(-1, writer));
  }
}
