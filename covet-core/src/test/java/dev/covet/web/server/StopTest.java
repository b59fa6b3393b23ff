package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S4.app.lifespan: what handlers use is closed after the server, so it waits for them. */
@ExtendWith(NoLeaks.class)
final class StopTest {
  private static final int POOL_THREADS = 64;

  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch cleanUp = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Waits until it is interrupted, then until it may clean up. */
  private Response handle() {
    begun.incrementAndGet();
    running.countDown();
    await(new CountDownLatch(1));
    await(cleanUp);
    ended.countDown();
    return Response.empty(204);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void anInterruptedHandlerMayEnd(ThreadMode threads) throws IOException {
    try (var server = RunningServer.of(_ -> handle(), threads, Map.of());
        var client = server.connect()) {
      client.get("/");
      assertThat(await(running)).isTrue();
      cleanUp.countDown();

      assertThat(server.server().stop(Duration.ZERO)).isEqualTo(1);

      assertThat(ended.getCount()).isZero();
      assertThat(client.isClosed()).isTrue();
      assertThat(server.server().stop(Duration.ZERO)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void soMayOneWhoseClientHasLeft(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(_ -> handle(), threads, Map.of())) {
      try (var client = server.connect()) {
        client.get("/");
        assertThat(await(running)).isTrue();
        server.awaitLooks(); // so that its end comes alone
      }
      for (var end = System.nanoTime() + 30_000_000_000L;
          server.server().connections() > 0 && System.nanoTime() < end; ) {
        Thread.onSpinWait();
      }
      cleanUp.countDown();

      assertThat(server.server().stop(Duration.ZERO))
          .as("it may have ended by now")
          .isBetween(0, 1);

      assertThat(ended.getCount()).isZero();
    }
  }

  @Test
  void withinTheGraceAHandlerIsLeftAloneEvenIfItsClientHasLeft() throws IOException {
    var go = new CountDownLatch(1);
    try (var server =
        RunningServer.of(_ -> {
          running.countDown();
          if (await(go)) ended.countDown();
          return Response.empty(204);
        })) {
      try (var client = server.connect()) {
        client.get("/");
        assertThat(await(running)).isTrue();
      }
      Thread.ofVirtual().start(go::countDown);

      assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();

      assertThat(ended.getCount()).isZero();
    }
  }

  @Test
  void whatWaitsForAThreadDoesNotBegin() throws IOException {
    cleanUp.countDown();
    try (var server = RunningServer.blocking(_ -> handle())) {
      var clients = new ArrayList<RawClient>();
      try {
        for (var i = 0; i <= POOL_THREADS; i++) clients.add(server.connect().get("/"));
        for (var end = System.nanoTime() + 10_000_000_000L;
            begun.get() < POOL_THREADS && System.nanoTime() < end; ) {
          Thread.onSpinWait();
        }

        assertThat(server.server().stop(Duration.ZERO)).isEqualTo(POOL_THREADS + 1);

        assertThat(begun.get()).isEqualTo(POOL_THREADS);
      } finally {
        for (var client : clients) client.close();
      }
    }
  }

  /** Who sends requests goes elsewhere without meeting a connection that was just closed. */
  @Test
  void whileItServesOnEachAnswerIsTheLastOfItsConnection() throws IOException {
    try (var server = RunningServer.of(_ -> Response.text("done"));
        var kept = server.connect()) {
      assertThat(kept.get("/").answer().closes()).isFalse();
      server.server().drain();

      try (var fresh = server.connect()) {
        for (var client : List.of(kept, fresh)) {
          var answer = client.get("/").answer();
          assertThat(answer.body()).isEqualTo("done");
          assertThat(answer.closes()).isTrue();
          assertThat(client.isClosed()).isTrue();
        }
      }
    }
  }

  /** An idle keep-alive connection owes nobody anything: its client may open another one. */
  @Test
  void anIdleConnectionIsNotWaitedFor() throws IOException {
    var slow = Map.of("lingerSecondsMax", 60.0);
    try (var server = RunningServer.of(_ -> Response.text("done"), ThreadMode.AUTO, slow);
        var client = server.connect()) {
      assertThat(client.get("/").answer().status()).isEqualTo(200);
      var start = System.nanoTime();

      assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();

      assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
      assertThat(client.isClosed()).isTrue();
    }
  }

  /** Its client cannot know that the server was told to stop in the meantime. */
  @Test
  void whatWasSentBeforeTheStopIsAnswered() throws IOException {
    var quick = Map.of("lingerSecondsMax", 0.1);
    for (var round = 0; round < 10; round++) {
      try (var server = RunningServer.of(_ -> Response.text("done"), ThreadMode.AUTO, quick);
          var kept = server.connect();
          var fresh = server.connect()) {
        assertThat(kept.get("/").answer().status()).isEqualTo(200);
        kept.get("/");
        fresh.get("/");

        assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();

        assertThat(kept.answer().body()).isEqualTo("done");
        assertThat(fresh.answer().body()).isEqualTo("done");
        assertThat(fresh.isClosed()).isTrue();
      }
    }
  }

  /** A connection that waits in the system's backlog would be broken off with it. */
  @Test
  void whoHadConnectedBeforeTheStopIsAnsweredWhateverHeldTheAcceptorUp() throws Exception {
    try (var server = RunningServer.of(_ -> Response.text("done"))) {
      var held = new CountDownLatch(1);
      var acceptor = server.loops().acceptor().next();
      acceptor.execute(() -> await(held));
      var clients = List.of(server.connect(), server.connect(), server.connect());
      for (var client : clients) client.get("/");
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(held::countDown);

      assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();

      for (var client : clients) {
        assertThat(client.answer().body()).isEqualTo("done");
        client.close();
      }
    }
  }
}
