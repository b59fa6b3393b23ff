package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** H5, H12: what bodies that come slowly cost, and how long they may take. */
@ExtendWith(NoLeaks.class)
final class SlowBodyTest {
  private static Handler counting() {
    return request -> Response.text(Integer.toString(request.bytes().length));
  }

  private static byte[] all(Request request) {
    try {
      return request.stream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(int length) {
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n";
  }

  /** H12: the announced length of each is a thousand times what this heap would hold. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aBodyThatIsAnnouncedCostsWhatCame(ThreadMode threads) throws Exception {
    Handler collecting =
        request ->
            Response.text(Integer.toString(request.body().collect(Integer.MAX_VALUE).length));
    try (var server = RunningServer.of(collecting, threads, Map.of())) {
      var clients = new ArrayList<RawClient>();
      try {
        for (var i = 0; i < 100; i++) {
          clients.add(server.connect().send(head(2_000_000_000)).send("x"));
        }
        awaitHeld(server, 100);
        assertThat(server.server().state().served().bodyBytes()).isLessThan(100 * 100);
        assertThat(server.connect().send(head(1) + "x").answer().body()).isEqualTo("1");
      } finally {
        for (var client : clients) client.close();
      }
      awaitHeld(server, 0);
    }
  }

  private static void awaitHeld(RunningServer server, long bytes) {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      var held = server.server().state().served().bodyBytes();
      if (bytes == 0 ? held == 0 : held >= bytes) return;
      Thread.onSpinWait();
    }
    throw new AssertionError("held: " + server.server().state().served().bodyBytes());
  }

  /** H12. */
  @Test
  void bodiesThatAreTooManyBytesTogetherAreToldToComeAgain() throws Exception {
    var limits = Map.of("bodyBytesInFlightMax", 20_000.0);
    try (var server = RunningServer.of(counting(), ThreadMode.AUTO, limits);
        var first = server.connect();
        var second = server.connect()) {
      first.send(head(15_000)).send("x".repeat(14_000));
      awaitHeld(server, 14_000);
      var refused = second.send(head(10_000) + "x".repeat(10_000)).answer();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).startsWith("BODY_BYTES_IN_FLIGHT_MAX");
      assertThat(refused.head()).contains("\r\nRetry-After: 1\r\n");
      assertThat(second.isClosed()).isTrue();
      assertThat(first.send("x".repeat(1_000)).answer().body()).isEqualTo("15000");
      awaitHeld(server, 0);
      try (var third = server.connect()) {
        assertThat(third.send(head(10_000) + "x".repeat(10_000)).answer().body())
            .isEqualTo("10000");
      }
    }
  }

  /** H12: a body that is read as a stream only counts with what waits to be read. */
  @Test
  void aStreamThatIsReadAsItComesIsNotHeld() throws Exception {
    var limits = Map.of("bodyBytesInFlightMax", 200_000.0);
    Handler reading =
        request ->
            Response.text(
                request.path().equals("/ping")
                    ? "pong"
                    : Long.toString(BigStreams.Pattern.check(request.stream())));
    try (var server = RunningServer.of(reading, ThreadMode.AUTO, limits)) {
      Clients.up(server.connect(), 4 << 20);
      awaitHeld(server, 0);
    }
  }

  /** H5. */
  @Test
  void aBodyThatIsCollectedHasAnEndThoughBytesComeNowAndThen() throws Exception {
    try (var server = RunningServer.of(counting(), ThreadMode.AUTO, Map.of("bodySecondsMax", 0.3));
        var client = server.connect()) {
      client.send(head(1_000_000));
      var answer = trickled(client);
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.body()).startsWith("BODY_SECONDS_MAX");
      assertThat(answer.closes()).isTrue();
      assertThat(server.server().metrics().value("limit_hits_total", "limit", "BODY_SECONDS_MAX"))
          .isEqualTo(1);
    }
  }

  private static RawClient.Answer trickled(RawClient client) throws IOException {
    var in = client.socket().getInputStream();
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      if (in.available() > 0) break;
      client.send("xxxxx");
      LockSupport.parkNanos(10_000_000);
    }
    return client.answer();
  }

  /** H5: a stream has no end, as long as it comes. */
  @Test
  void aStreamMayTakeLongerThanABodyThatIsCollected() throws Exception {
    Handler reading = request -> Response.text(Integer.toString(all(request).length));
    try (var server = RunningServer.of(reading, ThreadMode.AUTO, Map.of("bodySecondsMax", 0.1));
        var client = server.connect()) {
      client.send(head(50));
      for (var i = 0; i < 50; i++) {
        client.send("x");
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(client.answer().body()).isEqualTo("50");
    }
  }

  /** H5: 240 bytes a second, once five seconds are over; whether it is collected or not. */
  @Test
  void aBodyThatComesTooSlowlyIsNotWaitedFor() throws Exception {
    Handler reading =
        request ->
            Response.text(
                request.path().equals("/streamed")
                    ? "" + all(request).length
                    : "" + request.bytes().length);
    try (var server = RunningServer.of(reading);
        var collected = server.connect();
        var streamed = server.connect()) {
      collected.send(head(1_000_000)).send("x".repeat(1_000));
      streamed.send(head(1_000_000).replace("/ ", "/streamed ")).send("x".repeat(1_000));
      for (var client : List.of(collected, streamed)) {
        client.socket().setSoTimeout(10_000);
        var answer = client.answer();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.body()).startsWith("BODY_BYTES_PER_SECOND_MIN");
        assertThat(answer.closes()).isTrue();
      }
    }
  }

  /** H5, H7: nobody is slow who was not asked yet, or whose bytes wait to be read. */
  @Test
  void onlyTheTimeCountsInWhichTheBodyIsWaitedFor() throws Exception {
    var go = new CountDownLatch(1);
    Handler waiting = request -> waited(request, go);
    var limits = Map.of("bodySecondsMax", 2.0, "bodyBufferBytesMax", 1_000.0);
    try (var server = RunningServer.of(waiting, ThreadMode.AUTO, limits);
        var asked = server.connect();
        var full = server.connect()) {
      asked.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
      full.send(head(50_000) + "x".repeat(50_000));
      LockSupport.parkNanos(2_500_000_000L);
      go.countDown();
      assertThat(asked.answer().status()).isEqualTo(100);
      assertThat(asked.send("x").answer().body()).isEqualTo("1");
      assertThat(full.answer().body()).isEqualTo("50000");
    }
  }

  private static Response waited(Request request, CountDownLatch go) {
    try {
      assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Response.text("" + request.bytes().length);
  }

  /** H12: what a client that left had sent is given back, whatever its handler was at. */
  @Test
  void bytesOfAClientThatLeftAreNotHeld() throws Exception {
    try (var server = RunningServer.of(counting())) {
      var clients = new ArrayList<RawClient>();
      for (var i = 0; i < 20; i++) clients.add(server.connect().send(head(9_000) + "x".repeat(99)));
      awaitHeld(server, 20 * 99);
      for (var client : clients) client.close();
      awaitHeld(server, 0);
    }
  }
}
