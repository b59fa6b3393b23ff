package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
      done.get(30, TimeUnit.SECONDS);
      loop.events().submit(() -> {}).get(30, TimeUnit.SECONDS);
    }
    assertThat(order).isEqualTo(List.of("segment", "task"));
  }

  /** As a pool's lock that connections take on their loop, or that of a queue for log lines. */
  @Test
  void aLoopThatWaitsForAThreadThatItCarriesGoesOn() throws Exception {
    var lock = new ReentrantLock();
    var asking = new CountDownLatch(1);
    var had = new CountDownLatch(2);
    Runnable work =
        () -> {
          asking.countDown();
          lock.lock();
          try {
            had.countDown();
          } finally {
            lock.unlock();
          }
        };
    var metrics = new Metrics();
    try (var loops = new Loops(ThreadMode.LOOP, 1, metrics)) {
      var loop = loops.loops().getFirst();
      lock.lock();
      try {
        loop.events().execute(() -> loops.start(loop, Trust.earned("Test.route"), work));
        asking.await();
        waitFor(() -> lock.getQueueLength() == 1);
        loop.events().execute(work);
        waitFor(() -> lock.getQueueLength() == 2);
      } finally {
        lock.unlock();
      }
      assertThat(had.await(30, TimeUnit.SECONDS)).isTrue();
      waitFor(() -> metrics.value("loop_stalls_total") == 1);
    }
  }

  private static void waitFor(BooleanSupplier condition) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!condition.getAsBoolean() && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** A thread of a route that is not trusted yet, so that the JDK's scheduler runs it. */
  private static RequestThread request(Loop loop, Runnable work) {
    var maker = LoopThreads.find().threads().orElseThrow();
    var threads = new Threads(maker, new Metrics());
    return new RequestThread(threads, maker, loop, new Trust("Test.route", false), work);
  }
}
