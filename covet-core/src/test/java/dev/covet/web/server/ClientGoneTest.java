package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D43: what becomes of a handler whose client is gone. */
@ExtendWith(NoLeaks.class)
final class ClientGoneTest {
  /** Longer than the end of what a client sends counts as a part of its request. */
  private static final long LATER_NANOS = 500_000_000;

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);

  /** What became of each handler: how it ended, or that it was interrupted. */
  private final BlockingQueue<String> became = new LinkedBlockingQueue<>();

  private final CompletableFuture<Ending> ended = new CompletableFuture<>();

  /** Waits, once it has begun to change something if its path says so. */
  private Response waiting(Request request) {
    if (request.path().equals("/ping")) return Response.text("pong");
    if (request.path().equals("/changes")) request.context().changes();
    begun.release();
    try {
      go.acquire();
      became.add(request.path());
    } catch (InterruptedException _) {
      became.add("interrupted");
      Thread.currentThread().interrupt();
    }
    return Response.text("answer of " + request.path());
  }

  private void awaitBegun() throws InterruptedException {
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  private String became() throws InterruptedException {
    return String.valueOf(became.poll(30, TimeUnit.SECONDS));
  }

  private static String request(String method, String path) {
    return "%s %s HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n".formatted(method, path);
  }

  /** The kernel sends RST when a socket with this option is closed. */
  private static void reset(RawClient client) throws IOException {
    client.socket().setSoLinger(true, 0);
    client.close();
  }

  private static void endsLater(RunningServer server, RawClient client) throws Exception {
    server.awaitLooks();
    client.socket().shutdownOutput();
  }

  @ParameterizedTest
  @CsvSource({"GET, LOOP", "HEAD, LOOP", "POST, LOOP", "GET, JDK", "DELETE, JDK"})
  void aResetInterruptsTheHandler(String method, ThreadMode threads) throws Exception {
    try (var log = new LogLines("dev.covet");
        var server = RunningServer.of(this::waiting, threads, Map.of());
        var client = server.connect()) {
      client.send(request(method, "/reset"));
      awaitBegun();
      reset(client);
      assertThat(became()).isEqualTo("interrupted");
      assertThat(log.with("/reset")).isEmpty();
    }
  }

  @Test
  void aResetInterruptsABlockingHandlerAndTheNextOneOfItsThreadIsNot() throws Exception {
    try (var server = RunningServer.blocking(this::waiting)) {
      try (var client = server.connect()) {
        client.send(request("GET", "/reset"));
        awaitBegun();
        reset(client);
        assertThat(became()).isEqualTo("interrupted");
      }
      for (var n = 0; n < 100; n++) {
        try (var next = server.connect()) {
          go.release();
          assertThat(next.get("/next").answer().body()).isEqualTo("answer of /next");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void anEndThatComesAloneInterruptsTheHandlerAndEndsTheConnection(String method) throws Exception {
    try (var server = RunningServer.of(this::waiting);
        var client = server.connect()) {
      client.send(request(method, "/"));
      awaitBegun();
      endsLater(server, client);
      assertThat(became()).isEqualTo("interrupted");
      assertThat(client.isClosed()).isTrue();
    }
  }

  /** What {@code printf | nc} does. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void anEndThatComesWithTheRequestWaitsForItsAnswer(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(this::waiting, threads, Map.of());
        var client = server.connect()) {
      client.send(request("GET", "/half")).socket().shutdownOutput();
      awaitBegun();
      LockSupport.parkNanos(2 * LATER_NANOS);
      go.release();
      assertThat(client.answer().body()).isEqualTo("answer of /half");
      assertThat(client.isClosed()).isTrue();
    }
  }

  /** How late it is seen does not matter. */
  @Test
  void anEndThatALoopSeesLateHasNotComeLate() throws Exception {
    var loop = new CompletableFuture<Loop>();
    Handler holding =
        request -> {
          loop.join().events().execute(() -> LockSupport.parkNanos(LATER_NANOS));
          return waiting(request);
        };
    try (var server = RunningServer.of(holding);
        var client = server.connect()) {
      loop.complete(server.loops().loops().getFirst());
      client.send(request("GET", "/held"));
      awaitBegun();
      client.socket().shutdownOutput();
      LockSupport.parkNanos(2 * LATER_NANOS);
      go.release();
      assertThat(client.answer().body()).isEqualTo("answer of /held");
    }
  }

  @Test
  void anEndThatComesWithSeveralRequestsWaitsForAllAnswers() throws Exception {
    try (var server = RunningServer.of(this::waiting);
        var client = server.connect()) {
      client.send(request("GET", "/a"));
      awaitBegun();
      LockSupport.parkNanos(LATER_NANOS);
      client.send(request("GET", "/b") + request("GET", "/c")).socket().shutdownOutput();
      LockSupport.parkNanos(LATER_NANOS);
      go.release(3);
      assertThat(client.answer().body()).isEqualTo("answer of /a");
      assertThat(client.answer().body()).isEqualTo("answer of /b");
      assertThat(client.answer().body()).isEqualTo("answer of /c");
    }
  }

  @Test
  void requestsBehindOneWhoseClientIsGoneAreNotBegun() throws Exception {
    try (var server = RunningServer.of(this::waiting);
        var client = server.connect()) {
      client.send(request("GET", "/a") + request("POST", "/b"));
      awaitBegun();
      endsLater(server, client);
      assertThat(became()).isEqualTo("interrupted");
      assertThat(client.isClosed()).isTrue();
      assertThat(begun.tryAcquire()).isFalse();
    }
  }

  /** What is not read any more cannot tell of an end, but nothing of it is lost. */
  @Test
  void aClientThatHasSentMoreThanIsReadAheadWaitsForItsAnswers() throws Exception {
    var many = 2_000;
    try (var server = RunningServer.of(this::waiting);
        var client = server.connect()) {
      client.send(request("GET", "/first") + request("GET", "/ping").repeat(many));
      awaitBegun();
      endsLater(server, client);
      LockSupport.parkNanos(LATER_NANOS);
      go.release();
      assertThat(client.answer().body()).isEqualTo("answer of /first");
      for (var n = 0; n < many; n++) assertThat(client.answer().body()).isEqualTo("pong");
    }
  }

  @Test
  void whatHasBegunToChangeSomethingGoesOn() throws Exception {
    try (var server = RunningServer.of(this::waiting)) {
      try (var client = server.connect()) {
        client.send(request("POST", "/changes"));
        awaitBegun();
        reset(client);
      }
      try (var client = server.connect()) {
        client.send(request("POST", "/changes"));
        awaitBegun();
        endsLater(server, client);
        LockSupport.parkNanos(LATER_NANOS);
        go.release(2);
        assertThat(client.answer().body()).isEqualTo("answer of /changes");
      }
      assertThat(became()).isEqualTo("/changes");
      assertThat(became()).isEqualTo("/changes");
    }
  }

  @Test
  void aSafeRequestIsInterruptedWhateverItChanges() throws Exception {
    try (var server = RunningServer.of(this::waiting);
        var client = server.connect()) {
      client.send(request("GET", "/changes"));
      awaitBegun();
      reset(client);
      assertThat(became()).isEqualTo("interrupted");
    }
  }

  @Test
  void anIdleConnectionThatEndsInterruptsNobody() throws Exception {
    try (var server = RunningServer.of(this::waiting);
        var other = server.connect()) {
      other.send(request("GET", "/other"));
      awaitBegun();
      try (var client = server.connect()) {
        go.release();
        assertThat(became()).isEqualTo("/other");
        assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
        assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
        reset(client);
      }
      assertThat(other.answer().body()).isEqualTo("answer of /other");
      go.release();
      assertThat(other.get("/again").answer().body()).isEqualTo("answer of /again");
    }
  }

  /** A body whose end cannot come any more is no request. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientThatLeavesWhileItSendsItsBodyIsGone(boolean resets) throws Exception {
    try (var server = RunningServer.of(this::waiting);
        var client = server.connect()) {
      client.send("POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
      awaitBegun();
      if (resets) reset(client);
      else client.socket().shutdownOutput();
      assertThat(became()).isEqualTo("interrupted");
    }
  }

  @Test
  void aBodyThatIsWholeButNotYetReadIsAnswered() throws Exception {
    var length = 200_000;
    Handler reading =
        request -> {
          begun.release();
          go.acquireUninterruptibly();
          return Response.text(request.bytes().length + " bytes");
        };
    try (var server = RunningServer.of(reading);
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %s\r\n\r\n".formatted(length));
      client.send(new byte[length]).socket().shutdownOutput();
      awaitBegun();
      LockSupport.parkNanos(2 * LATER_NANOS);
      go.release();
      assertThat(client.answer().body()).isEqualTo(length + " bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStreamWhoseReaderIsGoneIsInterruptedBetweenItsWrites(boolean resets) throws Exception {
    Content.Writer writer =
        out -> {
          out.write('x');
          out.flush();
          begun.release();
          try {
            go.acquire();
          } catch (InterruptedException e) {
            throw new IllegalStateException("the source was stopped", e);
          }
        };
    Handler streaming =
        _ -> Response.of(200, "text/plain", new Content.Stream(-1, writer)).onEnd(ended::complete);
    try (var log = new LogLines(Exchange.class.getName());
        var server = RunningServer.of(streaming);
        var client = server.connect()) {
      client.get("/source");
      awaitBegun();
      if (resets) reset(client);
      else endsLater(server, client);
      assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(Ending.GONE);
      assertThat(log.with("/source")).isEmpty();
    }
  }

  /** A service that writes when it is closed still can. */
  @Test
  void whatEndsWithTheRequestIsNotInterrupted() throws Exception {
    Handler handler =
        request ->
            waiting(request)
                .onEnd(_ -> became.add("closed " + Thread.currentThread().isInterrupted()));
    try (var server = RunningServer.of(handler);
        var client = server.connect()) {
      client.get("/closing");
      awaitBegun();
      reset(client);
      assertThat(became()).isEqualTo("interrupted");
      assertThat(became()).isEqualTo("closed false");
    }
  }

  /** Nor does it keep its place in the line, which is for those who still wait. */
  @Test
  @Timeout(300)
  void oneThatWaitsForAThreadNeverBegins() throws Exception {
    var threads = 64;
    var free = new CountDownLatch(1);
    Handler holding =
        request -> {
          became.add(request.path());
          begun.release();
          if (request.path().equals("/hold")) awaitUninterruptibly(free);
          return Response.text("done");
        };
    try (var server = RunningServer.blocking(holding)) {
      var clients = new ArrayList<RawClient>();
      for (var n = 0; n < threads; n++) clients.add(server.connect().get("/hold"));
      assertThat(begun.tryAcquire(threads, 30, TimeUnit.SECONDS)).isTrue();
      try (var waiting = server.connect()) {
        waiting.send(request("POST", "/late"));
        while (server.loops().blocking().waiting() == 0) Thread.onSpinWait();
        reset(waiting);
        while (server.loops().blocking().waiting() > 0) Thread.onSpinWait();
      }
      try (var last = server.connect()) {
        last.get("/last");
        while (server.loops().blocking().waiting() < 1) Thread.onSpinWait();
        free.countDown();
        assertThat(last.answer().body()).isEqualTo("done");
      }
      for (var client : clients) client.close();
    }
    assertThat(became).doesNotContain("/late").contains("/last");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      awaitUninterruptibly(latch);
    }
  }
}
