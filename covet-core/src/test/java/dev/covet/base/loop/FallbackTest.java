package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** P2: if the JDK's internals have changed, requests run on its scheduler, and one line says so. */
final class FallbackTest {
  @Test
  void changedInternalsAreNamedAndTheJdksSchedulerRuns() throws Exception {
    var found = LoopThreads.find("java.lang.ThreadBuildersOfAnotherRelease");
    var metrics = new Metrics();
    var pools = new Pools(PoolLimits.DEFAULT, metrics);
    try (var loops =
        new Loops(
            ThreadMode.LOOP, ChosenTransport.of(TransportMode.AUTO), 1, pools, metrics, found)) {
      assertThat(loops.onLoops()).isFalse();
      assertThat(loops.threadMode())
          .isEqualTo(
              "jdk (the JDK's internals have changed: java.lang.ThreadBuildersOfAnotherRelease)");
      var ran = new CompletableFuture<Boolean>();
      loops.start(
          loops.loops().getFirst(),
          new Trust("Test.route", false),
          () -> ran.complete(Thread.currentThread().isVirtual()));
      assertThat(ran.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anotherSignatureIsAChangeToo() {
    var found = LoopThreads.find("java.lang.Thread");
    assertThat(found.threads()).isEmpty();
    assertThat(found.why()).startsWith("the JDK's internals have changed: ");
  }

  @Test
  void withTheInternalsThreadsRunOnTheLoops() {
    try (var loops = new Loops(ThreadMode.AUTO, 1, new Metrics())) {
      assertThat(loops.threadMode()).isEqualTo("loop");
      assertThat(loops.onLoops()).isTrue();
    }
  }

  @Test
  void theSettingJdkAsksForNothing() {
    try (var loops = new Loops(ThreadMode.JDK, 1, new Metrics())) {
      assertThat(loops.threadMode()).isEqualTo("jdk");
    }
  }
}
