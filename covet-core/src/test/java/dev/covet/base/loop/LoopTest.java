package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LoopTest {
  /**
   * A thread that parks on its loop may go on elsewhere before the loop has left the segment that
   * parked: what it asks for then comes by the loop's own queue, which takes it from any thread.
   */
  @Test
  void aThreadThatGoesOnElsewhereIsNotTakenForTheOneThatTheLoopStillCarries() throws Exception {
    var order = Collections.synchronizedList(new ArrayList<String>());
    try (var loops = new Loops(ThreadMode.LOOP, 1, new Metrics())) {
      var loop = loops.loops().getFirst();
      var asked = new CompletableFuture<Void>();
      var done = new CompletableFuture<Void>();
      var request =
          request(
              loop,
              () -> {
                loop.execute(() -> {
                  order.add("task");
                  done.complete(null);
                });
                asked.complete(null);
              });
      loop.events()
          .execute(() -> {
            loop.carry(
                request,
                () -> {
                  request.start();
                  asked.join();
                });
            order.add("segment");
          });
      done.get(5, TimeUnit.SECONDS);
      loop.events().submit(() -> {}).get(5, TimeUnit.SECONDS);
    }
    assertThat(order).isEqualTo(List.of("segment", "task"));
  }

  /** A thread of a route that is not trusted yet, so that the JDK's scheduler runs it. */
  private static RequestThread request(Loop loop, Runnable work) {
    var maker = LoopThreads.find().threads().orElseThrow();
    var threads = new Threads(maker, new Metrics());
    return new RequestThread(threads, maker, loop, new Trust("Test.route", false), work);
  }
}
