package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H5, H6, H12: clients that take their time, however many, cost a server little memory, nobody else
 * any time, and nothing of what they wait for. {@code ./covet soak slow} has more of them, for
 * longer.
 */
@Isolated("it measures how long answers take")
final class SlowClientsTest {
  private static final Logger LOG = LoggerFactory.getLogger(SlowClientsTest.class);
  private static final int BODIES = Integer.getInteger("covet.slow.bodies", 300);
  private static final int READERS = Integer.getInteger("covet.slow.readers", 50);
  private static final int SECONDS = Integer.getInteger("covet.slow.seconds", 6);
  private static final String HEAP = System.getProperty("covet.slow.heap", "-Xmx64m");

  /** Between two requests of the client that behaves well. */
  private static final long PAUSE_NANOS = 5_000_000;

  /** Its 99th percentile in the soak: so many times that without the others, or 50 ms. */
  private static final int TIMES_MAX = 3;

  private static final long ALWAYS_GOOD_NANOS = 50_000_000;

  /** Elsewhere the machine is busy with other tests; but nobody waits for slow clients to end. */
  private static final boolean STRICT = Boolean.getBoolean("covet.slow.strict");

  private static final long BUSY_NANOS_MAX = 2_000_000_000;

  @Test
  void clientsThatTakeTheirTimeCostLittleAndLoseNothing() throws Exception {
    var options = List.of(HEAP, "--add-opens", "java.base/java.lang=ALL-UNNAMED");
    try (var program = ChildJvm.start(options, SlowServer.class)) {
      var port = Integer.parseInt(program.after("port "));
      try (var well = new RawClient(port)) {
        var alone = p99(well, CompletableFuture.runAsync(SlowClientsTest::twoSeconds));
        try (var crowd = new SlowCrowd(port, new SlowCrowd.Size(BODIES, READERS, SECONDS))) {
          var slow = CompletableFuture.allOf(start(crowd::send), start(crowd::take));
          var beside = p99(well, slow);
          LOG.info("p99 {} us alone, {} us beside the crowd", alone / 1_000, beside / 1_000);
          crowd.finish();
          assertThat(beside).isLessThan(STRICT ? most(alone) : BUSY_NANOS_MAX);
        }
      }
      awaitNoneHeld(program);
    }
  }

  private static long most(long aloneNanos) {
    return Math.max(TIMES_MAX * aloneNanos, ALWAYS_GOOD_NANOS);
  }

  private static void twoSeconds() {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static CompletableFuture<Void> start(Runnable part) {
    return CompletableFuture.runAsync(part, task -> Thread.ofPlatform().start(task));
  }

  /** The 99th percentile of what the client waits, in nanoseconds, until something has ended. */
  private static long p99(RawClient client, CompletableFuture<?> until) throws IOException {
    var waits = new long[SECONDS * 1_000 + 10_000];
    var count = 0;
    while (!until.isDone() && count < waits.length) {
      var begin = System.nanoTime();
      assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
      waits[count++] = System.nanoTime() - begin;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    if (until.isCompletedExceptionally()) until.join();
    Arrays.sort(waits, 0, count);
    return waits[count * 99 / 100];
  }

  private static void awaitNoneHeld(ChildJvm program) throws IOException {
    for (var asked = 0; asked < 100_000; asked++) {
      program.send('?');
      if (program.after("held ").equals("0")) return;
    }
    throw new AssertionError("bytes of bodies are still held");
  }
}
