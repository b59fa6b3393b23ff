package dev.covet.web.server;

import static dev.covet.web.server.FrameClient.ENHANCE_YOUR_CALM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T1, T2, T4, T5, H5, H6, H12 by HTTP/2: what a client can cost, and how that ends. */
@ExtendWith(NoLeaks.class)
final class Http2LimitsTest {
  private final CountDownLatch let = new CountDownLatch(1);
  private final Semaphore begun = new Semaphore(0);

  @AfterEach
  void letGo() {
    let.countDown();
  }

  private Response handle(Request request) {
    begun.release();
    return switch (request.path()) {
      case "/stuck" -> stuck();
      case "/wait" -> await();
      case "/big" -> Response.text(FrameClient.text(200_000));
      case "/read" -> Response.text("" + request.body().collect(1_000_000).length);
      case "/stream" ->
          Response.of(200, "a/b", new Content.Stream(-1, out -> out.write(new byte[1_000_000])));
      default -> Response.text("ok");
    };
  }

  private Response await() {
    try {
      let.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Response.text("waited");
  }

  /** Takes no notice of an interrupt. */
  private Response stuck() {
    var interrupted = false;
    while (let.getCount() > 0) {
      try {
        let.await();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
    return Response.text("stuck");
  }

  private RunningServer server(Map<String, Double> limits) {
    return RunningServer.of(this::handle, ThreadMode.AUTO, limits);
  }

  private static FrameClient to(RunningServer server, int... settings) throws IOException {
    return FrameClient.to(server.server().port(), settings);
  }

  private static double hits(RunningServer server, String limit) {
    return server.server().metrics().value("limit_hits_total", "limit", limit);
  }

  private static void assertCalmed(RunningServer server, FrameClient client, String limit)
      throws IOException {
    assertThat(client.goAway()).isEqualTo(ENHANCE_YOUR_CALM);
    assertThat(client.isClosed()).isTrue();
    assertThat(hits(server, limit)).isOne();
  }

  @Test
  void resetsThatComeTooOftenEndTheConnection() throws IOException {
    try (var server = server(Map.of("http2ResetsReceivedMax", 20.0));
        var client = to(server)) {
      for (var n = 0; n < 20; n++) client.get(2 * n + 1, "/wait").reset(2 * n + 1);
      assertThat(client.get(101, "/").answer(101).status()).isEqualTo(200);
      client.get(103, "/wait").reset(103);
      assertCalmed(server, client, "HTTP2_RESETS_RECEIVED_MAX");
    }
  }

  @Test
  void resetsThatAreProvokedTooOftenEndTheConnection() throws IOException {
    try (var server = server(Map.of("http2ResetsSentMax", 20.0));
        var client = to(server)) {
      for (var n = 0; n < 21; n++) client.post(2 * n + 1, "/wait").window(2 * n + 1, 0);
      assertCalmed(server, client, "HTTP2_RESETS_SENT_MAX");
    }
  }

  @Test
  void aResetStreamCountsUntilItsHandlerHasEnded() throws Exception {
    try (var server = server(Map.of("http2StreamsMax", 3.0));
        var client = to(server)) {
      for (var n = 0; n < 3; n++) client.post(2 * n + 1, "/stuck").data(2 * n + 1, "", true);
      assertThat(begun.tryAcquire(3, 60, TimeUnit.SECONDS)).isTrue();
      for (var n = 0; n < 3; n++) client.reset(2 * n + 1);

      assertThat(client.get(7, "/").resetOf(7)).isEqualTo(FrameClient.REFUSED_STREAM);
      assertThat(hits(server, "HTTP2_STREAMS_MAX")).isOne();

      let.countDown();
      server.server().state().served().awaitIdle(Duration.ofSeconds(30));
      var next = 9;
      while (client.get(next, "/").answer(next).status() != 200) next += 2; // it ends just now
    }
  }

  @Test
  void tooManyStreamsAreRefused() throws IOException {
    try (var server = server(Map.of("http2StreamsMax", 2.0));
        var client = to(server)) {
      client.get(1, "/wait").get(3, "/wait").get(5, "/");
      assertThat(client.resetOf(5)).isEqualTo(FrameClient.REFUSED_STREAM);
      let.countDown();
      assertThat(client.answer(1).body()).isEqualTo("waited");
      assertThat(client.answer(3).body()).isEqualTo("waited");
    }
  }

  @Test
  void aHeadInTooManyFramesEndsTheConnection() throws IOException {
    try (var server = server(Map.of());
        var client = to(server)) {
      client.frame(FrameClient.HEADERS, FrameClient.END_STREAM, 1);
      for (var n = 0; n < 17; n++) client.frame(FrameClient.CONTINUATION, 0, 1);
      assertCalmed(server, client, "HTTP2_CONTINUATION_FRAMES_MAX");
    }
  }

  @Test
  void fieldsThatUnpackToMuchAreRefused() throws IOException {
    try (var server = server(Map.of());
        var client = to(server)) {
      var all = new ByteArrayOutputStream();
      all.write(client.block(FrameClient.request("GET", "/", "x", FrameClient.text(3_900))));
      for (var n = 0; n < 1_000; n++) all.write(0xbe); // the field that was just put into the table
      client.frame(
          FrameClient.HEADERS,
          FrameClient.END_STREAM | FrameClient.END_HEADERS,
          1,
          all.toByteArray());
      assertThat(client.answer(1).status()).isEqualTo(431);
      assertThat(client.get(3, "/").answer(3).status()).isEqualTo(200);
    }
  }

  @Test
  void settingsThatComeTooOftenEndTheConnection() throws IOException {
    try (var server = server(Map.of());
        var client = to(server)) {
      for (var n = 0; n < 100; n++) client.settings(); // and those with which it began
      assertCalmed(server, client, "HTTP2_SETTINGS");
    }
  }

  @Test
  void pingsWhoseAnswersAreNotTakenEndTheConnection() throws IOException {
    try (var server = server(Map.of("http2ControlFramesQueuedMax", 100.0));
        var client = to(server)) {
      var pings = new ByteArrayOutputStream();
      for (var n = 0; n < 1_000; n++) {
        pings.write(FrameClient.bytes(FrameClient.PING, 0, 0, new byte[8]));
      }
      client.send(pings.toByteArray());
      assertCalmed(server, client, "HTTP2_CONTROL_FRAMES_QUEUED_MAX");
    }
  }

  @Test
  void prioritiesAndWindowsThatComeTooOftenEndTheConnection() throws IOException {
    try (var server = server(Map.of());
        var first = to(server);
        var second = to(server)) {
      for (var n = 0; n < 101; n++) first.frame(FrameClient.PRIORITY, 0, 1, new byte[5]);
      assertCalmed(server, first, "HTTP2_PRIORITY");
      for (var n = 0; n < 11; n++) second.window(0, 1);
      assertCalmed(server, second, "HTTP2_WINDOW_UPDATE");
    }
  }

  /** All of them would be in the next head, which is short. */
  @Test
  void aTableThatChangesOftenCostsNothing() throws IOException {
    try (var server = server(Map.of());
        var client = to(server)) {
      var pairs = new int[4_000];
      for (var i = 0; i < pairs.length; i += 2) {
        pairs[i] = 1;
        pairs[i + 1] = i % 4 == 0 ? 0 : 4_096;
      }
      for (var i = 0; i < 10; i++) client.settings(pairs);
      assertThat(client.get(1, "/").answer(1).body()).isEqualTo("ok");
      assertThat(client.longestHead()).isLessThan(1_000);
    }
  }

  /** Each further frame of a head would give it more time. */
  @Test
  void aHeadThatDripsEndsTheConnection() throws Exception {
    try (var server = server(Map.of("headersSecondsMax", 1.0));
        var client = to(server)) {
      var block = client.block(FrameClient.request("GET", "/"));
      client.frame(FrameClient.HEADERS, FrameClient.END_STREAM, 1, block);
      try {
        for (var n = 0; n < 12; n++) {
          TimeUnit.MILLISECONDS.sleep(500);
          client.frame(FrameClient.CONTINUATION, 0, 1);
        }
      } catch (SocketException _) {
        // it is closed
      }
      assertThat(hits(server, "HEADERS_SECONDS_MAX")).isOne();
      assertThat(hits(server, "HTTP2_CONTINUATION_FRAMES_MAX")).isZero();
    }
  }

  /** A body that came whole takes nothing of what others may send, though nobody reads it yet. */
  @Test
  void uploadsWhoseHandlersWaitDoNotHoldUpOthers() throws Exception {
    try (var server = server(Map.of());
        var client = to(server)) {
      var most = FrameClient.text(16_000);
      for (var n = 0; n < 80; n++) {
        var room = 65_535 - n * 16_000;
        client.await(() -> room + client.windowOf(0) >= 16_000);
        client.post(2 * n + 1, "/wait").data(2 * n + 1, most, true);
      }
      client.await(() -> client.windowOf(0) >= 81 * 16_000 - 65_535);
      client.post(201, "/read").data(201, most, true);
      assertThat(client.answer(201).body()).isEqualTo("16000");
    }
  }

  /** It sends nothing more, but what it was sent it may take. */
  @Test
  void aClientThatClosesItsHalfStillTakesWhatWaits() throws Exception {
    try (var server = server(Map.of("http2BufferedBytesMax", 16_000_000.0));
        var client = to(server, 4, 1_000_000)) {
      client.window(0, 10_000_000);
      var all = new ByteArrayOutputStream();
      for (var n = 0; n < 40; n++) {
        var block = client.block(FrameClient.request("GET", "/big"));
        var flags = FrameClient.END_STREAM | FrameClient.END_HEADERS;
        all.writeBytes(FrameClient.bytes(FrameClient.HEADERS, flags, 2 * n + 1, block));
      }
      client.send(all.toByteArray());
      assertThat(begun.tryAcquire(40, 60, TimeUnit.SECONDS)).isTrue();
      TimeUnit.MILLISECONDS.sleep(300);
      client.socket().shutdownOutput();
      TimeUnit.MILLISECONDS.sleep(300);
      for (var n = 0; n < 40; n++) {
        assertThat(client.answer(2 * n + 1).length()).isEqualTo(200_000);
      }
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void aClientThatTakesNothingOfItsAnswerLosesIt() throws IOException {
    try (var log = new LogLines("dev.covet");
        var server = server(Map.of("writeStallSecondsMax", 0.2));
        var client = to(server, 4, 0)) {
      client.get(1, "/big").get(3, "/stream");
      assertThat(client.resetOf(1)).isEqualTo(FrameClient.CANCEL);
      assertThat(client.resetOf(3)).isEqualTo(FrameClient.CANCEL);
      client.settings(4, 100);
      assertThat(client.get(5, "/").answer(5).body()).isEqualTo("ok");
      assertThat(hits(server, "WRITE_STALL_SECONDS_MAX")).isEqualTo(2);
      assertThat(log.with("answer_cut_off")).isNotEmpty();
    }
  }

  /** The request of an answer that waits is over, and lets another in. */
  @Test
  void whatWaitsForAClientIsItsAnswerAlone() throws IOException {
    try (var server = server(Map.of("requestsInFlightMax", 1.0));
        var client = to(server, 4, 0)) {
      client.get(1, "/big").await(() -> client.on(1).status() == 200);
      server.server().state().served().awaitIdle(Duration.ofSeconds(30));
      assertThat(server.server().state().served().bodyBytes()).isZero();
      client.get(3, "/").await(() -> client.on(3).status() > 0);
      assertThat(client.on(3).status()).isEqualTo(200);
    }
  }

  @Test
  void noRequestBeginsWhileTooMuchWaitsForItsClient() throws Exception {
    try (var server = server(Map.of("http2BufferedBytesMax", 300_000.0));
        var client = to(server, 4, 0)) {
      client.get(1, "/big").await(() -> client.on(1).status() == 200);
      client.get(3, "/big").await(() -> client.on(3).status() == 200);
      begun.drainPermits();
      client.get(5, "/");
      assertThat(begun.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();

      client.window(0, 1_000_000).window(1, 1_000_000);

      assertThat(client.answer(1).length()).isEqualTo(200_000);
      client.await(() -> client.on(5).status() == 200);
    }
  }

  @Test
  void aBodyThatIsNotReadComesNoFurtherThanItsWindow() throws IOException {
    try (var server = server(Map.of("http2WindowBytesMax", 65_535.0));
        var client = to(server)) {
      client.post(1, "/wait");
      for (var n = 0; n < 4; n++) client.data(1, FrameClient.text(16_000), false);
      client.data(1, FrameClient.text(2_000), false);
      assertThat(client.resetOf(1)).isEqualTo(FrameClient.FLOW_CONTROL_ERROR);
    }
  }

  /** Flow control counts bytes alone (hyperium/h2#935). */
  @Test
  void aBodyInTinyFramesCostsNoMoreThanItsBytes() throws IOException {
    try (var server = server(Map.of("bodyBytesInFlightMax", 1_000.0));
        var client = to(server)) {
      client.post(1, "/wait");
      var frames = new ByteArrayOutputStream();
      for (var n = 0; n < 600; n++) {
        frames.write(FrameClient.bytes(FrameClient.DATA, 0, 1, (byte) 'a'));
      }
      client.send(frames.toByteArray()).get(3, "/").answer(3);
      assertThat(server.server().state().served().bodyBytes()).isBetween(600L, 700L);
      assertThat(client.on(1).status()).isZero();
    }
  }

  @Test
  void aHeadThatDoesNotEndEndsTheConnection() throws IOException {
    try (var server = server(Map.of("headersSecondsMax", 0.2));
        var silent = FrameClient.silent(server.server().port());
        var client = to(server)) {
      client.frame(FrameClient.HEADERS, FrameClient.END_STREAM, 1, new byte[1]);
      assertCalmed(server, client, "HEADERS_SECONDS_MAX");
      silent.send(FrameClient.PREFACE.getBytes(StandardCharsets.US_ASCII));
      assertThat(silent.goAway()).isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void anIdleConnectionIsClosed() throws IOException {
    try (var server = server(Map.of("idleSecondsMax", 0.2));
        var client = to(server)) {
      assertThat(client.get(1, "/").answer(1).status()).isEqualTo(200);
      assertThat(client.goAway()).isZero();
      assertThat(client.lastStream()).isOne();
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void aHandlerThatTakesTooLongIsAnsweredForOthersGoOn() throws IOException {
    try (var server = server(Map.of("handlerSecondsMax", 0.2));
        var client = to(server)) {
      client.get(1, "/wait");
      assertThat(client.answer(1).status()).isEqualTo(504);
      assertThat(client.get(3, "/").answer(3).status()).isEqualTo(200);
    }
  }

  @Test
  void tooManyRequestsAndBytesAreRefusedAsByHttp1() throws IOException {
    try (var server = server(Map.of("requestsInFlightMax", 1.0, "bodyBytesInFlightMax", 1_000.0));
        var client = to(server)) {
      client.get(1, "/wait");
      assertThat(client.get(3, "/").answer(3).status()).isEqualTo(503);
      let.countDown();
      client.answer(1);
      client.post(5, "/read").data(5, FrameClient.text(2_000), true);
      assertThat(client.answer(5).status()).isEqualTo(503);
    }
  }
}
