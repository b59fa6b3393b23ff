package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.base.task.Gather;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * D43, S0.conc.handlers and the reliability row "client gone": a thousand clients that leave in the
 * middle of a slow handler, which has others do parts of its work. {@code ./covet soak leaving}
 * also holds how soon half of them are interrupted against 100 ms, on a machine that does nothing
 * else.
 */
@Order(1) // it takes long
@Timeout(300)
@ExtendWith(NoLeaks.class)
final class ThousandLeavingTest {
  private static final Logger LOG = LoggerFactory.getLogger(ThousandLeavingTest.class);
  private static final boolean STRICT = Boolean.getBoolean("covet.leaving.strict");
  private static final int ROUNDS = 50;
  private static final int CLIENTS = 20;

  private final Semaphore begun = new Semaphore(0);
  private final BlockingQueue<Long> interruptedAt = new LinkedBlockingQueue<>();
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  private Response handle(Request request) {
    if (request.path().startsWith("/ping/")) return Response.text(request.path());
    threads.add(Thread.currentThread());
    Gather.map(List.of(1, 2), 2, _ -> hang());
    return Response.text("nobody waits for this");
  }

  private boolean hang() {
    threads.add(Thread.currentThread());
    begun.release();
    try {
      new CountDownLatch(1).await();
      return true;
    } catch (InterruptedException _) {
      interruptedAt.add(System.nanoTime());
      throw new IllegalStateException("interrupted");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void eachHandlerIsInterruptedWithAllThatItBegan(ThreadMode mode) throws Exception {
    var waits = new ArrayList<Long>();
    try (var log = new LogLines("dev.covet");
        var server = RunningServer.of(this::handle, mode, Map.of());
        var staying = server.connect()) {
      for (var round = 0; round < ROUNDS; round++) {
        var clients = new ArrayList<RawClient>();
        for (var n = 0; n < CLIENTS; n++) {
          var method = List.of("GET", "POST", "PUT", "DELETE").get(n % 4);
          clients.add(
              server
                  .connect()
                  .send(method + " /leaving HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
        }
        assertThat(begun.tryAcquire(2 * CLIENTS, 20, TimeUnit.SECONDS)).isTrue();
        var left = System.nanoTime();
        for (var client : clients) {
          client.socket().setSoLinger(true, 0); // the kernel sends RST
          client.close();
        }
        assertThat(staying.get("/ping/" + round).answer().body()).isEqualTo("/ping/" + round);
        for (var n = 0; n < 2 * CLIENTS; n++) {
          var at = interruptedAt.poll(20, TimeUnit.SECONDS);
          assertThat(at).isNotNull();
          waits.add(at - left);
        }
      }
      for (var thread : threads) {
        assertThat(thread.join(java.time.Duration.ofSeconds(20))).isTrue();
      }
      assertThat(server.server().state().served().inFlight()).isZero();
      while (server.server().connections() > 1) Thread.onSpinWait(); // the one that stays
      assertThat(log.with("/leaving")).isEmpty();
    }
    assertThat(waits).hasSize(2 * ROUNDS * CLIENTS);
    var median = waits.stream().sorted().toList().get(waits.size() / 2) / 1_000;
    LOG.info("{}: half of {} were interrupted within {} us", mode, waits.size(), median);
    if (STRICT) assertThat(median).isLessThan(100_000);
  }
}
