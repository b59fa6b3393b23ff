package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * D43 and the reliability row "client gone" by HTTP/2: a stream that is given up ends its handler
 * and no other. {@code ./covet soak leaving} also holds how soon against 100 ms.
 */
@Order(1) // it takes long
@ExtendWith(NoLeaks.class)
final class Http2LeavingTest {
  private static final Logger LOG = LoggerFactory.getLogger(Http2LeavingTest.class);
  private static final boolean STRICT = Boolean.getBoolean("covet.leaving.strict");
  private static final int ROUNDS = 50;
  private static final int STREAMS = 20;

  private final Semaphore begun = new Semaphore(0);
  private final BlockingQueue<String> interrupted = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> interruptedAt = new LinkedBlockingQueue<>();
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  private Response handle(Request request) {
    if (request.path().startsWith("/ping/")) return Response.text(request.path());
    threads.add(Thread.currentThread());
    begun.release();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      interruptedAt.add(System.nanoTime());
      interrupted.add(request.path());
    }
    return Response.text("nobody waits for this");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aThousandStreamsThatAreGivenUpEndTheirHandlers(ThreadMode mode) throws Exception {
    var waits = new ArrayList<Long>();
    var limits = Map.of("http2ResetsReceivedMax", 10_000.0);
    try (var log = new LogLines("dev.covet");
        var server = RunningServer.of(this::handle, mode, limits);
        var client = FrameClient.to(server.server().port())) {
      var stream = 1;
      for (var round = 0; round < ROUNDS; round++) {
        var first = stream;
        for (var n = 0; n < STREAMS; n++, stream += 2) {
          var method = List.of("GET", "POST", "PUT", "DELETE").get(n % 4);
          client.headers(
              stream, FrameClient.END_STREAM, FrameClient.request(method, "/slow/" + stream));
        }
        assertThat(begun.tryAcquire(STREAMS, 60, TimeUnit.SECONDS)).isTrue();
        var left = System.nanoTime();
        for (var each = first; each < stream; each += 2) client.reset(each);
        client.get(stream, "/ping/" + stream);
        assertThat(client.answer(stream).body()).isEqualTo("/ping/" + stream);
        stream += 2;
        for (var n = 0; n < STREAMS; n++) {
          var at = interruptedAt.poll(60, TimeUnit.SECONDS);
          assertThat(at).isNotNull();
          waits.add(at - left);
        }
      }
      for (var thread : threads) assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
      server.server().state().served().awaitIdle(Duration.ofSeconds(30));
      assertThat(server.server().state().served().inFlight()).isZero();
      assertThat(log.with("/slow")).isEmpty();
    }
    assertThat(waits).hasSize(ROUNDS * STREAMS);
    var median = waits.stream().sorted().toList().get(waits.size() / 2) / 1_000;
    LOG.info("{}: half of {} were interrupted within {} us", mode, waits.size(), median);
    assertThat(median)
        .as("half of them, in microseconds: at once, and not when some time has run out")
        .isLessThan(STRICT ? 100_000 : 2_000_000);
  }

  @Test
  void onlyThatHandlerIsInterrupted() throws Exception {
    try (var server = RunningServer.of(this::handle);
        var client = FrameClient.to(server.server().port())) {
      client.get(1, "/slow/1").get(3, "/slow/3").get(5, "/slow/5");
      assertThat(begun.tryAcquire(3, 60, TimeUnit.SECONDS)).isTrue();
      client.reset(3);
      assertThat(interrupted.poll(60, TimeUnit.SECONDS)).isEqualTo("/slow/3");
      assertThat(client.get(7, "/ping/7").answer(7).status()).isEqualTo(200);
      assertThat(interrupted).isEmpty();
    }
  }

  @Test
  void aConnectionThatEndsEndsAllOfThem() throws Exception {
    try (var server = RunningServer.of(this::handle)) {
      for (var linger : List.of(true, false)) {
        try (var client = FrameClient.to(server.server().port())) {
          client.get(1, "/slow/1").get(3, "/slow/3");
          assertThat(begun.tryAcquire(2, 60, TimeUnit.SECONDS)).isTrue();
          if (linger) client.socket().setSoLinger(true, 0); // the kernel sends RST
        }
        assertThat(interrupted.poll(60, TimeUnit.SECONDS)).isNotNull();
        assertThat(interrupted.poll(60, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void aBodyThatBreaksOffIsNoRequest() throws Exception {
    try (var server =
            RunningServer.of(request -> {
              if (request.path().startsWith("/ping")) return Response.text("pong");
              return handle(request, request.body().collect(1_000));
            });
        var client = FrameClient.to(server.server().port())) {
      client.post(1, "/body").data(1, "abc", false).get(3, "/ping").answer(3);
      client.reset(1);
      assertThat(client.get(5, "/ping").answer(5).body()).isEqualTo("pong");
      server.server().state().served().awaitIdle(Duration.ofSeconds(30));
      assertThat(interrupted).isEmpty();
    }
  }

  private Response handle(Request request, byte[] body) {
    interrupted.add("a body of " + body.length);
    return handle(request);
  }
}
