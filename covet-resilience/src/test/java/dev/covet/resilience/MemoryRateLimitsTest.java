package dev.covet.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metrics;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** security.md A8: how many clients are counted, and what becomes of one too many. */
class MemoryRateLimitsTest {
  private final AtomicLong now = new AtomicLong();
  private final Metrics metrics = new Metrics();

  private MemoryRateLimits store(int keysMax) {
    return new MemoryRateLimits(keysMax, now::get, metrics);
  }

  private static ClientKey client(int number) {
    return ClientKey.named("client " + number);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void aWindowEndsWhenItsTimeIsOver() {
    var counter = store(10).counter(Quota.of("a", 2, Duration.ofSeconds(10)));
    assertThat(counter.take(client(1)).remaining()).containsExactly(1L);
    assertThat(counter.take(client(1)).accepted()).isTrue();
    assertThat(counter.take(client(1)).waitNanos()).isEqualTo(Duration.ofSeconds(10).toNanos());
    pass(Duration.ofSeconds(10));
    assertThat(counter.take(client(1)).accepted()).isTrue();
  }

  @Test
  void whoComesWhenAllIsFullSharesAndNobodyIsForgottenForIt() {
    var counter = store(100).counter(Quota.of("a", 1, Duration.ofMinutes(1)));
    IntStream.range(0, 100).forEach(i -> assertThat(counter.take(client(i)).accepted()).isTrue());
    var accepted =
        IntStream.range(100, 10_100).filter(i -> counter.take(client(i)).accepted()).count();
    assertThat(accepted).isBetween(1L, 256L);
    assertThat(IntStream.range(0, 100)).noneMatch(i -> counter.take(client(i)).accepted());
    assertThat(metrics.value("limit_hits_total", "limit", "RATE_LIMIT_KEYS_MAX")).isEqualTo(10_000);
    assertThat(metrics.value("rate_limit_keys")).isEqualTo(100);
  }

  @Test
  void whoseQuotaIsWholeAgainMakesRoom() {
    var store = store(100);
    var quick = store.counter(Quota.of("quick", 1, Duration.ofSeconds(5)));
    var slow = store.counter(Quota.of("slow", 1, Duration.ofHours(1)));
    IntStream.range(0, 50).forEach(i -> quick.take(client(i)));
    IntStream.range(0, 50).forEach(i -> slow.take(client(i)));
    pass(Duration.ofSeconds(5));
    IntStream.range(50, 100).forEach(i -> assertThat(slow.take(client(i)).accepted()).isTrue());
    assertThat(metrics.value("rate_limit_keys")).isEqualTo(100);
    assertThat(IntStream.range(0, 100)).noneMatch(i -> slow.take(client(i)).accepted());
  }

  @Test
  void whoHasSpentTheLongerOfTwoWindowsIsNotForgotten() {
    var hour = new Quota.Window(1, Duration.ofHours(1));
    var counter = store(1).counter(Quota.of("a", 1, Duration.ofSeconds(5)).and(hour));
    assertThat(counter.take(client(1)).accepted()).isTrue();
    pass(Duration.ofSeconds(5));
    counter.take(client(2)); // there is no room for it, so who has gone is looked for
    assertThat(counter.take(client(1)).accepted()).isFalse();
  }

  @Test
  void manyThreadsGetExactlyTheQuota() throws Exception {
    var counter = store(10).counter(Quota.of("a", 1_000, Duration.ofMinutes(1)));
    var accepted = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var i = 0; i < 4; i++) {
        threads.execute(() -> {
          for (var j = 0; j < 500; j++) {
            if (counter.take(client(1)).accepted()) accepted.incrementAndGet();
          }
        });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(accepted).hasValue(1_000);
  }
}
