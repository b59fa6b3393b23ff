package dev.covet.base.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.NotFound;
import dev.covet.api.Unavailable;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.TraceContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3.conc.gather, V3: many things done several at a time, as one. */
@Timeout(300)
class GatherTest {
  @BeforeAll
  static void awaitLogs() {
    ReadyLogs.await();
  }

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private void enter() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
  }

  /** Waits to be interrupted, which is what it then throws. */
  private static int hang() throws InterruptedException {
    new CountDownLatch(1).await();
    return 0;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 100})
  void resultsHaveTheOrderOfTheThingsAndOnlySoManyRunAtOnce(int atOnceMax) {
    var results =
        Gather.map(
            numbers(300),
            atOnceMax,
            each -> {
              enter();
              for (var i = 0; i < each % 7; i++) Thread.onSpinWait();
              running.decrementAndGet();
              return "n" + each;
            });

    assertThat(results).isEqualTo(numbers(300).stream().map(each -> "n" + each).toList());
    assertThat(most).hasValueLessThanOrEqualTo(atOnceMax);
  }

  @Test
  void asManyAsItSaysDoRunAtOnce() throws Exception {
    var all = new CyclicBarrier(8);

    assertThat(Gather.map(numbers(8), 8, _ -> all.await(20, TimeUnit.SECONDS)))
        .containsExactlyInAnyOrderElementsOf(numbers(8));
  }

  @Test
  void nothingGivesNothing() {
    assertThat(Gather.map(List.<String>of(), 8, String::length)).isEmpty();
  }

  @Test
  void aResultMayBeNull() {
    List<@Nullable String> results =
        Gather.<Integer, @Nullable String, RuntimeException>map(
            numbers(2), 2, each -> each == 0 ? null : "one");

    assertThat(results).containsExactly(null, "one");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
  void noMoreThanAHundredRunAtOnce(int atOnceMax) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gather.map(numbers(3), atOnceMax, each -> each))
        .withMessage("atOnceMax must be from 1 to 100, not " + atOnceMax);
  }

  @Test
  void nullIsNoneOfTheThings() {
    assertThatThrownBy(() -> Gather.map(Arrays.asList("a", null), 2, each -> each))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void theFirstFailureIsThrownAsItIsAndTheOthersAreInterruptedAndOver() {
    var hanging = new Semaphore(0);
    var interrupted = new AtomicInteger();
    var missing = new NotFound("No price of 3");

    assertThatThrownBy(() ->
            Gather.map(
                numbers(1_000),
                4,
                each -> {
                  enter();
                  try {
                    if (each == 3) {
                      hanging.acquire(3);
                      throw missing;
                    }
                    hanging.release();
                    return hang();
                  } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                    throw e;
                  } finally {
                    running.decrementAndGet();
                  }
                }))
        .isSameAs(missing);
    assertThat(interrupted).hasValue(3);
    assertThat(running).hasValue(0);
    assertThat(most).hasValue(4);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatATaskDeclaresIsWhatACallDeclares() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Gather.map(numbers(3), 2, GatherTest::read))
        .withMessage("unreadable");
  }

  private static int read(int number) throws IOException {
    if (number == 1) throw new IOException("unreadable");
    return number;
  }

  @Test
  void anErrorIsThrownAsItIs() {
    assertThatThrownBy(() -> Gather.map(numbers(2), 2, GatherTest::overflow))
        .isInstanceOf(StackOverflowError.class);
  }

  private static int overflow(int number) {
    return number < 0 ? number : overflow(number + 1) + 1;
  }

  /** A task that takes no notice holds up the call: nothing of it is at work afterwards. */
  @Test
  void aCallWaitsForATaskThatTakesNoNoticeOfAnInterruption() throws Exception {
    var go = new CountDownLatch(1);
    var stubborn = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    var call =
        new FutureTask<>(() ->
            Gather.map(
                numbers(2),
                2,
                each -> {
                  if (each == 0) {
                    stubborn.countDown();
                    awaitWhateverHappens(go);
                    ended.set(true);
                    return each;
                  }
                  stubborn.await();
                  throw new IOException("gone");
                }));
    var thread = Thread.ofVirtual().start(call);

    assertThat(thread.join(java.time.Duration.ofMillis(100))).isFalse();
    go.countDown();

    assertThatThrownBy(call::get).hasRootCauseMessage("gone");
    assertThat(ended).isTrue();
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    var interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** That is how a client that leaves, and the time limit of a handler, end it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptionOfTheCallerInterruptsAllAndStays(boolean isVirtual) throws Exception {
    var begun = new CountDownLatch(8);
    var over = new AtomicInteger();
    var wasInterrupted = new AtomicBoolean();
    var call =
        new FutureTask<>(() -> {
          try {
            return Gather.map(
                numbers(100),
                8,
                _ -> {
                  begun.countDown();
                  try {
                    return hang();
                  } finally {
                    over.incrementAndGet();
                  }
                });
          } finally {
            wasInterrupted.set(Thread.currentThread().isInterrupted());
          }
        });
    var thread = (isVirtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(call);
    begun.await();
    thread.interrupt();

    assertThatThrownBy(call::get).hasCauseInstanceOf(Unavailable.class);
    assertThat(over).hasValue(8);
    assertThat(wasInterrupted).isTrue();
  }

  @Test
  void oneWithinAnotherIsInterruptedWithIt() {
    var over = new AtomicInteger();
    var begun = new Semaphore(0);

    assertThatThrownBy(() ->
            Gather.map(
                numbers(3),
                3,
                outer -> {
                  if (outer == 2) {
                    begun.acquire(4);
                    throw new IOException("outer");
                  }
                  return Gather.map(
                      numbers(2),
                      2,
                      _ -> {
                        begun.release();
                        try {
                          return hang();
                        } finally {
                          over.incrementAndGet();
                        }
                      });
                }))
        .hasMessage("outer");
    assertThat(over).hasValue(4);
  }

  @Test
  void logLinesAndTracesGoOnInEachTaskAndEndThere() {
    var trace =
        TraceContext.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "")
            .orElseThrow();
    try (var _ = LogContext.ofRequest("r1")) {
      var seen =
          trace.run(() ->
              Gather.map(
                  numbers(2),
                  1,
                  _ -> {
                    var before = LogContext.requestId();
                    LogContext.ofRequest("other"); // left as it is
                    return before + TraceContext.current().isPresent();
                  }));
      assertThat(seen).containsExactly("r1true", "r1true");
      assertThat(LogContext.requestId()).isEqualTo("r1");
    }
    assertThat(Gather.map(numbers(1), 1, _ -> LogContext.requestId())).containsExactly("");
  }

  @Test
  void afterAThousandFailuresNoThreadIsLeft() throws Exception {
    var threads = Collections.synchronizedList(new ArrayList<Thread>());
    for (var round = 0; round < 1_000; round++) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() ->
              Gather.map(
                  numbers(20),
                  5,
                  each -> {
                    threads.add(Thread.currentThread());
                    if (each == 4) throw new IOException("one");
                    return hang();
                  }));
    }

    assertThat(threads).hasSize(5_000);
    for (var thread : threads) assertThat(thread.join(java.time.Duration.ofSeconds(10))).isTrue();
  }
}
