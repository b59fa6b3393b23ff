package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** H12: values of a stream are made as their client takes them, and it ends when that has left. */
@ExtendWith(NoLeaks.class)
final class ValueStreamsTest {
  private static final Bodies BODIES = Bodies.of(new Json());
  private static final String KILOBYTE = "v".repeat(1_024);

  /** 200 MB. */
  private static final int VALUES = 200_000;

  /** What our buffers and those of the kernel may hold of them, 12 MB. */
  private static final int AHEAD_MAX = 12_000;

  private final AtomicInteger made = new AtomicInteger();
  private final Semaphore closed = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);

  private Response many(Request request) {
    var values =
        Stream.generate(
                () -> {
                  made.incrementAndGet();
                  return KILOBYTE;
                })
            .limit(VALUES)
            .onClose(closed::release);
    return answer(request, values);
  }

  private static Response answer(Request request, Stream<String> values) {
    var isLines = request.path().equals("/lines");
    var type = isLines ? "application/jsonl" : "application/json";
    return BODIES.values(200, Codecs.STRING, values, type);
  }

  private void closesOnce() throws InterruptedException {
    assertThat(closed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(closed.availablePermits()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"/array, LOOP", "/array, JDK", "/lines, LOOP", "/lines, JDK"})
  void aReaderThatStopsHoldsUpTheStreamAndEndsItByLeaving(String path, ThreadMode threads)
      throws Exception {
    try (var server = RunningServer.of(this::many, threads, Map.of())) {
      try (var client = server.connect()) {
        client.get(path).awaitText("vvv");
        LockSupport.parkNanos(700_000_000);
        assertThat(made.get()).isBetween(1, AHEAD_MAX);
      }
      closesOnce();
      assertThat(made.get()).isLessThan(2 * AHEAD_MAX);
    }
  }

  private Response slow(Request request) {
    return answer(request, Stream.of("one", "two").map(this::whenItMay).onClose(closed::release));
  }

  private String whenItMay(String value) {
    if (value.equals("two")) go.acquireUninterruptibly();
    return value;
  }

  @ParameterizedTest
  @EnumSource(
      value = ThreadMode.class,
      names = {"LOOP", "JDK"})
  void aValueLeavesWhileTheNextIsLongInComing(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(this::slow, threads, Map.of());
        var client = server.connect()) {
      client.get("/array").awaitText("[\"one\"");
      go.release();
      client.awaitText(",\"two\"]");
      closesOnce();
      client.get("/lines").awaitText("\"one\"\n");
      go.release();
      client.awaitText("\"two\"\n");
      closesOnce();
    }
  }
}
