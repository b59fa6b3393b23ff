package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reliability row "SIGTERM" by HTTP/2: GOAWAY, and nothing that was asked is lost. */
@ExtendWith(NoLeaks.class)
final class Http2EndingTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch let = new CountDownLatch(1);

  @AutoClose private final RunningServer server = RunningServer.of(this::handle);

  private Response handle(Request request) {
    if (request.path().equals("/big")) return Response.text(FrameClient.text(500_000));
    if (!request.path().equals("/wait")) return Response.text("ok");
    begun.countDown();
    try {
      let.await();
      return Response.text("waited");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Response.text("interrupted");
    }
  }

  private FrameClient connect(int... settings) throws IOException {
    return FrameClient.to(server.server().port(), settings);
  }

  private CompletableFuture<Integer> stop(Duration grace) {
    return CompletableFuture.supplyAsync(
        () -> server.server().stop(grace), task -> Thread.ofPlatform().start(task));
  }

  @Test
  void aDrainAsksForNoMoreStreamsAndTakesThoseThatCome() throws IOException {
    try (var client = connect()) {
      client.get(1, "/").answer(1);
      server.server().drain();
      assertThat(client.goAway()).isZero();
      assertThat(client.lastStream()).isEqualTo(Integer.MAX_VALUE);
      assertThat(client.get(3, "/").answer(3).body()).isEqualTo("ok");
    }
  }

  @Test
  void aStopWaitsForWhatIsAtWork() throws Exception {
    try (var client = connect()) {
      client.get(1, "/wait");
      begun.await();
      var stopped = stop(Duration.ofSeconds(20));
      client.await(() -> client.lastStream() == 1);
      client.get(3, "/"); // comes too late, and is asked elsewhere
      let.countDown();
      assertThat(client.answer(1).body()).isEqualTo("waited");
      assertThat(client.isClosed()).isTrue();
      assertThat(client.on(3).status()).isZero();
      assertThat(stopped.get(60, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void aStopWaitsForWhatLeaves() throws Exception {
    try (var client = connect(4, 1_000)) {
      client.get(1, "/big").await(() -> client.on(1).length() == 1_000);
      var stopped = stop(Duration.ofSeconds(20));
      client.await(() -> client.lastStream() == 1);
      client.window(0, 1_000_000).window(1, 1_000_000);
      assertThat(client.answer(1).length()).isEqualTo(500_000);
      assertThat(client.isClosed()).isTrue();
      assertThat(stopped.get(60, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void anIdleConnectionDoesNotHoldUpAStop() throws Exception {
    try (var client = connect()) {
      client.get(1, "/").answer(1);
      var begin = System.nanoTime();
      assertThat(stop(Duration.ofSeconds(20)).get(10, TimeUnit.SECONDS)).isZero();
      assertThat(System.nanoTime() - begin).isLessThan(15_000_000_000L);
      assertThat(client.goAway()).isZero();
    }
  }

  @Test
  void theEndOfTheGraceCutsOff() throws Exception {
    try (var client = connect()) {
      client.get(1, "/wait");
      begun.await();
      assertThat(stop(Duration.ofMillis(300)).get(10, TimeUnit.SECONDS)).isOne();
      assertThat(client.isClosed()).isTrue();
      assertThat(client.on(1).status()).isZero();
    }
  }
}
