package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.server.carrier.Conversation;
import dev.covet.web.server.carrier.LoopLocal;
import dev.covet.web.server.carrier.ServerLimits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock that the connections of an event loop share. */
@Timeout(300)
class LoopLocalTest {
  /** A connection whose look at the clock fails, or is counted. */
  private static final class Watched implements Conversation {
    private final CountDownLatch failures = new CountDownLatch(2);
    private final CountDownLatch looks = new CountDownLatch(3);
    private final boolean fails;

    Watched(boolean fails) {
      this.fails = fails;
    }

    @Override
    public OpenConnection listed(long now) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void checkTime(long now) {
      looks.countDown();
      if (fails) throw new AssertionError("this connection is broken");
    }

    @Override
    public void failed(Throwable cause) {
      failures.countDown();
    }

    @Override
    public void drain(Thread ending, Duration lastLook) {}

    @Override
    public void breakOff() {}
  }

  @Test
  void aConnectionThatFailsDoesNotStopTheClockOfTheOthers() throws Exception {
    var limits = LimitSource.with(Map.of("headersSecondsMax", 0.1), ServerLimits::from);
    try (var loops = new Loops(ThreadMode.JDK, 1, new Metrics())) {
      var loop = loops.loops().getFirst();
      var local = new LoopLocal(loop, limits);
      var broken = new Watched(true);
      var well = new Watched(false);
      loop.events().submit(() -> opened(local, broken, well)).sync();

      assertThat(broken.failures.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(well.looks.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(well.failures.getCount()).isEqualTo(2);
      local.close();
    }
  }

  private static void opened(LoopLocal local, Conversation... connections) {
    for (var each : connections) local.opened(each);
  }
}
