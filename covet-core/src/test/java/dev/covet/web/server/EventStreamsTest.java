package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.EventReader;
import dev.covet.web.stream.Events;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S3.ep.sse, over sockets: what is silent is kept open, and ends with its client or its server.
 * D43, and the reliability rows "client gone" and SIGTERM, of event streams.
 */
@ExtendWith(NoLeaks.class)
final class EventStreamsTest {
  private static final Bodies BODIES = Bodies.of(new Json());
  private static final Map<String, Double> SOON = Map.of("eventSilenceSecondsMax", 0.2);
  private static final int MANY = 500;

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private final AtomicInteger ends = new AtomicInteger();

  /** Events on each path but {@code /ping}. */
  private static Handler serving(Events.Source<String> source) {
    return request ->
        request.path().equals("/ping") ? Response.text("pong") : answer(request, source);
  }

  private static Response answer(Request request, Events.Source<String> source) {
    if (request.path().equals("/changed")) request.context().changes();
    return BODIES.events(200, Codecs.STRING, Events.of(source));
  }

  private void awaitAll(Semaphore all, int count) throws InterruptedException {
    assertThat(all.tryAcquire(count, 20, TimeUnit.SECONDS)).isTrue();
  }

  /** Says one thing, and then nothing more. */
  private Handler silent() {
    return serving(out -> {
      out.send(Event.of("hello").id(7));
      begun.release();
      try {
        new CountDownLatch(1).await();
      } finally {
        ends.incrementAndGet();
        ended.release();
      }
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aSilentStreamIsKeptOpenByComments(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(silent(), threads, SOON);
        var client = server.connect()) {
      client.get("/").awaitText("id: 7\ndata: hello\n\n");
      client.awaitText(": \n\n");
      client.awaitText(": \n\n");
    }
    awaitAll(ended, 1);
  }

  @Test
  void theHeadLeavesBeforeTheFirstEvent() throws Exception {
    try (var server = RunningServer.of(serving(_ -> new CountDownLatch(1).await()));
        var client = server.connect()) {
      client.get("/").awaitText("Content-Type: text/event-stream; charset=utf-8\r\n");
      client.awaitText("\r\n\r\n");
    }
  }

  /** While a reader is slow, an event waits in the middle of its bytes. */
  @Test
  void noCommentStandsWithinAnEvent() throws Exception {
    var line = "x".repeat(997) + "\n";
    var long1 = line.repeat(12_000).strip();
    try (var server = RunningServer.of(serving(out -> out.send(long1)), ThreadMode.AUTO, SOON);
        var client = server.connect()) {
      client.get("/");
      LockSupport.parkNanos(700_000_000);
      var events = events(client.answer().body());
      assertThat(events).extracting(Event::value).containsExactly(long1);
    }
  }

  private static List<Event<String>> events(String body) throws IOException {
    var reader = new EventReader(new ByteArrayInputStream(body.getBytes(UTF_8)));
    var events = new ArrayList<Event<String>>();
    for (var each = reader.next(); each != null; each = reader.next()) events.add(each);
    return events;
  }

  @ParameterizedTest
  @CsvSource({"GET, /, LOOP", "GET, /, JDK", "POST, /, LOOP", "POST, /changed, LOOP"})
  void aClientThatLeavesEndsASourceThatHasNothingToSay(
      String method, String path, ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(silent(), threads, Map.of())) {
      try (var client = server.connect()) {
        client.send(method + " " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        client.awaitText("data: hello\n\n");
        awaitAll(begun, 1);
        server.awaitLooks();
      }
      var left = System.nanoTime();
      awaitAll(ended, 1);
      assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(10));
      LockSupport.parkNanos(100_000_000);
      assertThat(ends).hasValue(1);
    }
  }

  /** Whoever closes its half with its request may still read; that it does not shows by writing. */
  @Test
  void aCommentFindsOutThatNobodyReads() throws Exception {
    try (var server = RunningServer.of(silent(), ThreadMode.AUTO, SOON)) {
      try (var client = server.connect()) {
        client.get("/").socket().shutdownOutput();
        client.awaitText("data: hello\n\n");
      }
      awaitAll(ended, 1);
    }
  }

  /** What it does about its end is not interrupted again. */
  @Test
  void aSourceIsInterruptedOnce() throws Exception {
    var cleaned = new Semaphore(0);
    var handler =
        serving(out -> {
          out.send("hello");
          try {
            new CountDownLatch(1).await();
          } finally {
            Thread.sleep(300);
            cleaned.release();
          }
        });
    try (var server = RunningServer.of(handler)) {
      try (var client = server.connect()) {
        client.get("/").awaitText("data: hello\n\n");
        server.awaitLooks();
      }
      awaitAll(cleaned, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void manyOpenStreamsHoldNoThreadAndEndInOrderWhenTheServerStops(ThreadMode threads)
      throws Exception {
    try (var server = RunningServer.of(silent(), threads, Map.of())) {
      var before = platformThreads();
      var clients = new ArrayList<RawClient>();
      try {
        for (var i = 0; i < MANY; i++) clients.add(server.connect().get("/"));
        awaitAll(begun, MANY);
        awaitThreads(before + 20);
        try (var other = server.connect()) {
          assertThat(other.get("/ping").answer().body()).isEqualTo("pong");
        }

        assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();

        assertThat(ends).hasValue(MANY);
        for (var client : clients) {
          var events = client.answer().body();
          assertThat(events).matches("id: 7\ndata: hello\n\nretry: [12][0-9]{3}\n\n");
          assertThat(client.isClosed()).isTrue();
        }
      } finally {
        for (var client : clients) client.close();
      }
    }
  }

  /** Waits until there are fewer: those of other tests come and go, while the streams stay. */
  private static void awaitThreads(int most) {
    var end = System.nanoTime() + 30_000_000_000L;
    while (platformThreads() >= most && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
    assertThat(platformThreads()).isLessThan(most);
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }

  @Test
  void atTheStopAClientIsToldWhatItsSourceHasSaidOfComingAgain() throws Exception {
    var handler =
        serving(out -> {
          out.send(Event.of("hello").retry(Duration.ofSeconds(90)));
          begun.release();
          while (true) {
            LockSupport.parkNanos(10_000_000);
            out.comment("busy"); // takes no notice of an interruption
          }
        });
    try (var server = RunningServer.of(handler);
        var client = server.connect()) {
      client.get("/");
      awaitAll(begun, 1);

      assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();

      assertThat(client.answer().body()).endsWith("\n\nretry: 90000\n\n");
    }
  }

  /** A slow reader at the stop: nothing that it gets is half of an event. */
  @Test
  void atTheStopWhatHasBegunToLeaveLeavesWhole() throws Exception {
    var text = "y".repeat(50_000);
    var handler =
        serving(out -> {
          begun.release();
          for (var id = 1; ; id++) out.send(Event.of(text).id(id));
        });
    try (var server = RunningServer.of(handler);
        var client = server.connect()) {
      client.get("/");
      awaitAll(begun, 1);
      LockSupport.parkNanos(300_000_000); // until it waits for its reader
      var stopped = Thread.ofVirtual().start(() -> server.server().stop(Duration.ofSeconds(20)));
      LockSupport.parkNanos(300_000_000);
      var body = client.answer().body();
      stopped.join();
      assertThat(events(body))
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.value()).isEqualTo(text));
      assertThat(body).containsPattern("\n\nretry: [0-9]+\n\n$");
    }
  }

  @Test
  void whatGoesWrongCutsTheStreamAndIsLoggedOnce() throws Exception {
    var handler =
        serving(out -> {
          out.send("one");
          begun.acquire();
          throw new IllegalStateException("no more of them");
        });
    try (var log = new LogLines("dev.covet");
        var server = RunningServer.of(handler);
        var client = server.connect()) {
      client.get("/broken-events").awaitText("data: one\n\n");
      begun.release();
      assertThat(client.isCutOff()).isTrue();
      assertThat(log.with("/broken-events")).singleElement().asString().contains("response_failed");
    }
  }

  @Test
  void aSourceThatIsOverSendsNothingMore() throws Exception {
    var later = new ArrayList<Runnable>();
    var handler = serving(out -> later.add(() -> out.send("late")));
    try (var server = RunningServer.of(handler);
        var client = server.connect()) {
      assertThat(client.get("/").answer().body()).isEmpty();
      assertThat(later)
          .singleElement()
          .satisfies(
              each -> assertThatThrownBy(each::run).isInstanceOf(IllegalStateException.class));
    }
  }
}
