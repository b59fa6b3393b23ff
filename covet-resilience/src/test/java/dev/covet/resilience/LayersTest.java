package dev.covet.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.observe.Metrics;
import dev.covet.web.message.ClientGone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands around calls, one thing at a time. */
class LayersTest {
  private final AtomicLong now = new AtomicLong();
  private final Metrics metrics = new Metrics();
  private final Breaker breaker =
      new Breaker(
          new ProtectionTerm.Breaking("neighbor", 50, Duration.ofSeconds(30)), now::get, metrics);

  @AfterEach
  void noThreadIsLeftInterrupted() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private void fail(int times) {
    for (var i = 0; i < times; i++) {
      assertThatThrownBy(() -> breaker.run(LayersTest::broken)).isInstanceOf(IOException.class);
    }
  }

  private static void broken() throws IOException {
    throw new IOException("broken");
  }

  private static void leave() throws InterruptedException {
    throw new InterruptedException();
  }

  /** A call that is given up would keep its place among the three for ever. */
  @Test
  void aTrialThatIsGivenUpLeavesItsPlaceToAnother() {
    fail(20);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    now.addAndGet(Duration.ofSeconds(31).toNanos());
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> breaker.run(LayersTest::leave))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    for (var i = 0; i < 3; i++)
      assertThat(breaker.<Integer, RuntimeException>call(() -> 7)).isEqualTo(7);
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
  }

  /** Three trials that are under way until they are let go. */
  private CountDownLatch threeTrials() throws InterruptedException {
    fail(20);
    now.addAndGet(Duration.ofSeconds(31).toNanos());
    var inside = new CountDownLatch(3);
    var letGo = new CountDownLatch(1);
    for (var i = 0; i < 3; i++) Thread.startVirtualThread(() -> trial(inside, letGo));
    inside.await();
    return letGo;
  }

  private void trial(CountDownLatch inside, CountDownLatch letGo) {
    try {
      breaker.run(() -> {
        inside.countDown();
        letGo.await();
      });
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onlyThreeTrialsAreMade() throws Exception {
    var letGo = threeTrials();
    assertThatThrownBy(() -> breaker.run(LayersTest::broken))
        .isInstanceOfSatisfying(
            CircuitBreakerOpen.class,
            open -> assertThat(open.headers()).containsEntry("Retry-After", "1"));
    letGo.countDown();
  }

  @Test
  void aPlaceIsFreeAgainHoweverTheCallEnds() throws Exception {
    var one = new BulkheadLayer(new ProtectionTerm.Places("narrow", 1), metrics);
    var ends =
        List.<Throwable>of(
            new IOException("broken"),
            new InterruptedException("gone"),
            new ClientGone("left"),
            new StackOverflowError());
    for (var end : ends) {
      assertThatThrownBy(() ->
              one.call(
                  new Layer.Progress(),
                  () -> {
                    throw end instanceof Error error ? raised(error) : (Exception) end;
                  }))
          .isSameAs(end);
    }
    assertThat(one.call(new Layer.Progress(), () -> "in")).isEqualTo("in");
  }

  private static Exception raised(Error error) {
    throw error;
  }

  /** As long as it opens, the others would be refused for ever. */
  @Test
  void trialsThatHangAreFollowedByOthers() throws Exception {
    var letGo = threeTrials();
    for (var state : List.of(BreakerState.HALF_OPEN, BreakerState.OPEN)) {
      assertThatThrownBy(() -> breaker.run(LayersTest::broken))
          .isInstanceOf(CircuitBreakerOpen.class);
      assertThat(breaker.state()).isEqualTo(state);
      now.addAndGet(Duration.ofSeconds(31).toNanos());
    }
    assertThat(breaker.<Integer, RuntimeException>call(() -> 7)).isEqualTo(7);
    letGo.countDown();
  }

  /** However it ends, it was no trial: it neither decides nor takes or gives a place of one. */
  @Test
  void whatBeganBeforeItOpenedSaysNothingOfNow() throws Exception {
    var inside = new CountDownLatch(12);
    var letGo = new CountDownLatch(1);
    var old = new ArrayList<Thread>();
    for (var i = 0; i < 12; i++) {
      var fails = i % 2 == 0;
      old.add(Thread.startVirtualThread(() -> late(inside, letGo, fails)));
    }
    inside.await();
    fail(20);
    now.addAndGet(Duration.ofSeconds(31).toNanos());
    assertThat(breaker.<Integer, RuntimeException>call(() -> 7)).isEqualTo(7);
    letGo.countDown();
    for (var each : old) each.join();
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    for (var i = 0; i < 2; i++) {
      assertThat(breaker.<Integer, RuntimeException>call(() -> 7)).isEqualTo(7);
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
  }

  private void late(CountDownLatch inside, CountDownLatch letGo, boolean fails) {
    assertThatThrownBy(() ->
            breaker.run(() -> {
              inside.countDown();
              letGo.await();
              throw fails ? new IOException("late") : new InterruptedException();
            }))
        .isInstanceOf(Exception.class);
  }

  /** What does not heed the interrupt ends well too late, and leaves nothing behind. */
  @Test
  void aDeadlineThatPassedLeavesNoInterrupt() throws Exception {
    var deadline =
        new DeadlineLayer(new ProtectionTerm.Time("slow", Duration.ofMillis(20)), metrics);
    var progress = new Layer.Progress();
    var result =
        deadline.call(
            progress,
            () -> {
              while (!progress.isLate()) Thread.onSpinWait();
              return "late";
            });
    assertThat(result).isEqualTo("late");
  }

  @Test
  void anErrorOfTheJvmIsCountedAndThrownOn() {
    for (var i = 0; i < 20; i++) {
      assertThatThrownBy(() ->
              breaker.<RuntimeException>run(() -> {
                throw new StackOverflowError();
              }))
          .isInstanceOf(StackOverflowError.class);
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    assertThat(breaker.failurePercent()).isEqualTo(100);
  }
}
