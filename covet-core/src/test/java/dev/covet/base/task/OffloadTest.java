package dev.covet.base.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolLimits;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.Metrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S3.conc.thread, S3.conc.proc, D32, V3: work on bounded pools of platform threads. */
@Timeout(300)
class OffloadTest {
  @BeforeAll
  static void awaitLogs() {
    ReadyLogs.await();
  }

  private final Metrics metrics = new Metrics();
  private final Loops loops = new Loops(ThreadMode.JDK, 1, metrics, new PoolLimits(2, 3, 1, 2));
  private final Offload offload = new Offload(() -> loops);
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void close() {
    loops.close();
  }

  /** Work that holds its thread until it may go on, from a thread that waits for it. */
  private Caller<Boolean> holding() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var caller =
        Caller.of(() ->
            offload.blocking(() -> {
              begun.countDown();
              go.await();
              return true;
            }));
    begun.await();
    return caller;
  }

  private Caller<Boolean> waiting(AtomicInteger ran) {
    var before = loops.blocking().waiting();
    var caller = Caller.of(() -> offload.blocking(() -> ran.incrementAndGet() > 0));
    while (loops.blocking().waiting() == before) Thread.onSpinWait();
    return caller;
  }

  /** A thread that calls, and what it gets. */
  private record Caller<R extends @Nullable Object>(FutureTask<R> call, Thread thread) {
    static <R extends @Nullable Object> Caller<R> of(java.util.concurrent.Callable<R> work) {
      var call = new FutureTask<>(work);
      return new Caller<>(call, Thread.ofVirtual().start(call));
    }

    R get() throws Exception {
      try {
        return call.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Exception cause) throw cause;
        throw e;
      }
    }
  }

  @Test
  void workRunsOnPlatformThreadsOfItsPool() {
    assertThat(offload.cpu(() -> Thread.currentThread().getName())).isEqualTo("covet-cpu-1");
    assertThat(offload.blocking(() -> Thread.currentThread().isVirtual())).isFalse();
    var ran = new AtomicBoolean();
    offload.cpu(() -> ran.set(true));
    offload.blocking(() -> ran.set(ran.get() && true));
    assertThat(ran).isTrue();
  }

  /** One core is left for those who wait for answers. */
  @Test
  void calculationsHaveOneThreadFewerThanThereAreCores() {
    assertThat(PoolLimits.DEFAULT).isEqualTo(new PoolLimits(64, 1_024, Pool.cpuThreads(), 256));
    assertThat(Pool.cpuThreads())
        .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  @Test
  void whatATaskThrowsIsThrownAsItIs() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> offload.cpu(OffloadTest::fail))
        .withMessage("broken");
    assertThatThrownBy(() -> offload.blocking(() -> overflow(0)))
        .isInstanceOf(StackOverflowError.class);
  }

  /** It says nothing of the thread that waits. */
  @Test
  void anInterruptionThatATaskThrowsIsItsOwn() {
    assertThatThrownBy(() ->
            offload.cpu(() -> {
              throw new InterruptedException("of another");
            }))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static int fail() throws IOException {
    throw new IOException("broken");
  }

  private static int overflow(int depth) {
    return depth < 0 ? depth : overflow(depth + 1) + 1;
  }

  @Test
  void aFullQueueIsA503ThatSaysWhenToComeAgain() throws Exception {
    var callers = new ArrayList<Caller<Boolean>>();
    for (var i = 0; i < 2; i++) callers.add(holding());
    for (var i = 0; i < 3; i++) callers.add(waiting(new AtomicInteger()));
    assertThat(metrics.value("pool_threads_active", "pool", "blocking")).isEqualTo(2);
    assertThat(metrics.value("pool_tasks_waiting", "pool", "blocking")).isEqualTo(3);

    assertThatExceptionOfType(QueueFull.class)
        .isThrownBy(() -> offload.blocking(() -> true))
        .satisfies(full -> {
          assertThat(full.status()).isEqualTo(503);
          assertThat(full.code()).isEqualTo("BLOCKING_QUEUE_MAX");
          assertThat(full.headers()).containsEntry("Retry-After", "1");
        });

    assertThat(metrics.value("pool_tasks_refused_total", "pool", "blocking")).isEqualTo(1);
    assertThat(offload.cpu(() -> "another pool")).isEqualTo("another pool");
    go.countDown();
    for (var caller : callers) assertThat(caller.get()).isTrue();
  }

  @Test
  void aCallerThatIsInterruptedInterruptsItsWorkAndIsInterruptedStill() throws Exception {
    var interrupted = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var stillSet = new AtomicBoolean();
    var caller =
        Caller.of(() -> {
          try {
            return offload.blocking(() -> {
              begun.countDown();
              try {
                return go.getCount() == 0 || !hangs(go);
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            });
          } finally {
            stillSet.set(Thread.currentThread().isInterrupted());
          }
        });
    begun.await();
    caller.thread().interrupt();

    assertThatThrownBy(caller::get).isInstanceOf(Unavailable.class);
    interrupted.await();
    assertThat(stillSet).isTrue();
    assertThat(offload.blocking(() -> Thread.currentThread().isInterrupted())).isFalse();
  }

  private static boolean hangs(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return true;
  }

  /** Or those who have left would keep others out. */
  @Test
  void workWhoseCallerHasLeftNeverBeginsAndGivesItsPlaceBack() throws Exception {
    var ran = new AtomicInteger();
    for (var i = 0; i < 2; i++) holding();
    for (var round = 0; round < 100; round++) {
      var caller = waiting(ran);
      caller.thread().interrupt();
      assertThatThrownBy(caller::get).isInstanceOf(Unavailable.class);
      assertThat(loops.blocking().waiting()).isZero();
    }
    go.countDown();

    assertThat(offload.blocking(() -> ran.get())).isZero();
  }

  /** A pool that waited for itself would wait for ever once all of its threads do. */
  @Test
  void workOnAThreadOfTheSamePoolIsDoneRightThere() {
    assertThat(
            offload.cpu(
                () -> offload.cpu(() -> offload.cpu(() -> Thread.currentThread().getName()))))
        .isEqualTo("covet-cpu-1");
    assertThat(offload.cpu(() -> offload.blocking(() -> Thread.currentThread().getName())))
        .isEqualTo("covet-blocking-1");
  }

  @Test
  void logLinesHaveTheIdOfTheRequestAndTheThreadForgetsIt() {
    try (var _ = LogContext.ofRequest("r1")) {
      assertThat(offload.cpu(LogContext::requestId)).isEqualTo("r1");
    }
    assertThat(offload.cpu(LogContext::requestId)).isEmpty();
  }

  @Test
  void severalAtATimeAreGatheredFromThePool() {
    var names =
        Gather.map(
            java.util.List.of(1, 2, 3, 4),
            2,
            _ -> offload.blocking(() -> Thread.currentThread().getName()));

    assertThat(names).allMatch(name -> name.startsWith("covet-blocking-"));
  }

  @Test
  void whatWaitsWhenTheAppStopsIsGivenUp() throws Exception {
    for (var i = 0; i < 2; i++) holding();
    var caller = waiting(new AtomicInteger());
    loops.close();

    assertThatThrownBy(caller::get)
        .isInstanceOf(Unavailable.class)
        .hasMessage("The app is stopping");
  }
}
