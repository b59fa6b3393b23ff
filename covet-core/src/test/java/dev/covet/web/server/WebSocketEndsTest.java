package dev.covet.web.server;

import static dev.covet.web.server.FrameSocket.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.json.Json;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.bind.Bodies;
import dev.covet.web.bind.SocketTerms;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.stream.MessageForm;
import dev.covet.web.stream.Rooms;
import dev.covet.web.stream.Socket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S2.ws.types, S2.ws.api; the reliability rows "client gone" and SIGTERM, of WebSockets: a
 * handler's cleanup and that of its rooms happen once, however the socket came to its end.
 */
@ExtendWith(NoLeaks.class)
@ParameterizedClass
@EnumSource(SocketWay.class)
final class WebSocketEndsTest {
  private static final Bodies BODIES = Bodies.of(new Json());
  private static final int MANY = 200;

  private final SocketWay way;
  private final Rooms<String> rooms = new Rooms<>();
  private final AtomicInteger ends = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);

  WebSocketEndsTest(SocketWay way) {
    this.way = way;
  }

  private static Handler serving(SocketTerms.Handler<String, String> handler) {
    return request -> {
      if (request.path().equals("/ping")) return Response.text("pong");
      BODIES.checkSocket(request);
      return BODIES.socket(request, MessageForm.text(), MessageForm.text(), handler);
    };
  }

  /** Joins a room, does something, and leaves. */
  private Handler joining(SocketTerms.Handler<String, String> then) {
    return serving(socket -> {
      socket.onClose(closes::incrementAndGet);
      try (var _ = rooms.join("room", "me", socket)) {
        begun.release();
        then.handle(socket);
      } finally {
        ends.incrementAndGet();
        ended.release();
      }
    });
  }

  private static void echo(Socket<String, String> socket) {
    for (var message : socket) socket.send(message);
  }

  private void assertEndedOnce(int count) throws InterruptedException {
    assertThat(ended.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
    LockSupport.parkNanos(50_000_000);
    assertThat(ends).hasValue(count);
    for (var i = 0; i < 1_000 && closes.get() < count; i++) LockSupport.parkNanos(5_000_000);
    assertThat(closes).hasValue(count);
    assertThat(rooms.members("room")).isEmpty();
  }

  private FrameSocket client(RunningServer server) throws IOException {
    var client = way.open(server.server().port());
    assertThat(client.isOpen()).isTrue();
    return client;
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aClientCloses(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(joining(WebSocketEndsTest::echo), threads, Map.of());
        var client = client(server)) {
      client.text("one").text("two");
      assertThat(client.nextMessage().text()).isEqualTo("one");
      assertThat(client.nextMessage().text()).isEqualTo("two");
      client.close(1_001);
      assertThat(client.nextMessage().code()).isEqualTo(1_001);
      assertThat(client.isAtEnd()).isTrue();
      assertEndedOnce(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aClientIsGoneWithoutAWord(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(joining(WebSocketEndsTest::echo), threads, Map.of())) {
      try (var client = client(server)) {
        client.text("one");
        client.nextMessage();
      }
      assertEndedOnce(1);
      try (var client = client(server)) {
        client.socket().setSoLinger(true, 0);
      }
      assertThat(ended.tryAcquire(1, 60, TimeUnit.SECONDS)).isTrue();
      assertThat(rooms.members("room")).isEmpty();
    }
  }

  /** One that only sends learns of it at once. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aHandlerThatReceivesNothingIsInterrupted(ThreadMode threads) throws Exception {
    SocketTerms.Handler<String, String> silent = _ -> new CountDownLatch(1).await();
    try (var server = RunningServer.of(joining(silent), threads, Map.of())) {
      try (var client = client(server)) {
        assertThat(begun.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        client.close(1_000);
        assertThat(client.nextMessage().code()).isEqualTo(1_000);
      }
      assertEndedOnce(1);
    }
  }

  /** What is done at the end is the user's code, too. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void whatFailsAtTheEndKeepsNothingElseFromEnding(ThreadMode threads) throws Exception {
    SocketTerms.Handler<String, String> failing =
        socket -> {
          for (var i = 0; i < 5; i++) {
            socket.onClose(
                new Runnable() {
                  @Override
                  public void run() {
                    throw new IllegalStateException("this fails on purpose");
                  }
                });
          }
          begun.release();
          echo(socket);
        };
    try (var server = RunningServer.of(joining(failing), threads, Map.of());
        var client = client(server)) {
      assertThat(begun.tryAcquire(2, 60, TimeUnit.SECONDS)).isTrue();
      client.close(1_000);
      assertThat(client.nextMessage().code()).isEqualTo(1_000);
      assertEndedOnce(1);
      try (var other = client(server);
          var last = client(server)) {
        assertThat(begun.tryAcquire(4, 60, TimeUnit.SECONDS)).isTrue();
        server.server().stop(Duration.ofSeconds(10));
        assertThat(other.nextMessage().code()).isEqualTo(1_001);
        assertThat(last.nextMessage().code()).isEqualTo(1_001);
      }
    }
  }

  /** It has a thread of its own. */
  @Test
  void whatIsDoneAtTheEndKeepsNoLoopWaiting() throws Exception {
    var let = new CountDownLatch(1);
    SocketTerms.Handler<String, String> holding =
        socket -> {
          socket.onClose(() -> {
            try {
              let.await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          });
          echo(socket);
        };
    try (var server = RunningServer.of(joining(holding), ThreadMode.LOOP, Map.of());
        var client = client(server);
        var other = client(server)) {
      client.close(1_000);
      assertThat(client.nextMessage().code()).isEqualTo(1_000);
      other.text("still there");
      assertThat(other.nextMessage().text()).isEqualTo("still there");
      let.countDown();
    }
  }

  /** A socket that ends because another one has is told so. */
  @Test
  void theEndOfAnotherSocketIsAFault() throws Exception {
    SocketTerms.Handler<String, String> failing =
        _ -> {
          throw new SocketClosed(SocketEnd.LOST);
        };
    try (var server = RunningServer.of(joining(failing));
        var client = client(server)) {
      assertThat(client.nextMessage().code()).isEqualTo(1_011);
    }
  }

  /** One that receives finishes its message first. */
  @Test
  void aHandlerFinishesItsMessage() throws Exception {
    var go = new CountDownLatch(1);
    var done = new CompletableFuture<String>();
    SocketTerms.Handler<String, String> slow =
        socket -> {
          var message = socket.receive();
          begun.release();
          go.await();
          done.complete(message);
          assertThat(socket.iterator().hasNext()).isFalse();
        };
    try (var server = RunningServer.of(joining(slow))) {
      try (var client = client(server)) {
        client.text("store this").close(1_000);
        assertThat(begun.tryAcquire(2, 60, TimeUnit.SECONDS)).isTrue();
        assertThat(client.nextMessage().code()).isEqualTo(1_000);
      }
      LockSupport.parkNanos(100_000_000);
      assertThat(ends).hasValue(0);
      go.countDown();
      assertThat(done.get(60, TimeUnit.SECONDS)).isEqualTo("store this");
      assertEndedOnce(1);
    }
  }

  /** But it has only the time of a handler. */
  @Test
  void aHandlerThatNeverComesBackIsInterrupted() throws Exception {
    SocketTerms.Handler<String, String> lost =
        socket -> {
          socket.receive();
          new CountDownLatch(1).await();
        };
    var limits = Map.of("handlerSecondsMax", 0.3);
    try (var server = RunningServer.of(joining(lost), ThreadMode.AUTO, limits)) {
      try (var client = client(server)) {
        client.text("one").close(1_000);
        assertThat(client.nextMessage().code()).isEqualTo(1_000);
      }
      assertEndedOnce(1);
    }
  }

  @Test
  void aHandlerThatReturnsCloses() throws Exception {
    try (var server = RunningServer.of(joining(socket -> socket.send("bye")));
        var client = client(server)) {
      assertThat(client.nextMessage().text()).isEqualTo("bye");
      assertThat(client.nextMessage().code()).isEqualTo(1_000);
      client.close(1_000);
      assertThat(client.isAtEnd()).isTrue();
      assertEndedOnce(1);
    }
  }

  @Test
  void aHandlerSaysHowItCloses() throws Exception {
    SocketTerms.Handler<String, String> closing =
        socket -> {
          socket.send("first");
          socket.close(4_001, "enough");
          assertThat(socket.isOpen()).isFalse();
          socket.close();
        };
    try (var server = RunningServer.of(joining(closing));
        var client = client(server)) {
      assertThat(client.nextMessage().text()).isEqualTo("first");
      var close = client.nextMessage();
      assertThat(close.code()).isEqualTo(4_001);
      assertThat(close.reason()).isEqualTo("enough");
      assertEndedOnce(1);
    }
  }

  @Test
  void aHandlerThatFailsClosesWith1011() throws Exception {
    SocketTerms.Handler<String, String> failing =
        socket -> {
          throw new IllegalStateException("not for clients: " + socket.receive());
        };
    try (var server = RunningServer.of(joining(failing));
        var client = client(server)) {
      client.text("secret");
      var close = client.nextMessage();
      assertThat(close.opcode()).isEqualTo(CLOSE);
      assertThat(close.code()).isEqualTo(1_011);
      assertThat(close.reason()).isEmpty();
      assertEndedOnce(1);
    }
  }

  @Test
  void aClientThatDoesNotCloseIsNotWaitedForWithoutEnd() throws Exception {
    var limits = Map.of("lingerSecondsMax", 0.2);
    try (var server = RunningServer.of(joining(_ -> {}), ThreadMode.AUTO, limits);
        var client = client(server)) {
      assertThat(client.nextMessage().code()).isEqualTo(1_000);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  /** Reliability row SIGTERM: each of them is told. */
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aStopTellsEachClient(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(joining(WebSocketEndsTest::echo), threads, Map.of())) {
      var clients = new ArrayList<FrameSocket>();
      for (var i = 0; i < MANY; i++) clients.add(client(server));
      assertThat(begun.tryAcquire(MANY, 60, TimeUnit.SECONDS)).isTrue();
      var stopping =
          CompletableFuture.supplyAsync(() -> server.server().stop(Duration.ofSeconds(20)));
      for (var client : clients) {
        try (client) {
          assertThat(client.nextMessage().code()).isEqualTo(1_001);
          client.close(1_001);
          assertThat(client.isAtEnd()).isTrue();
        }
      }
      assertThat(stopping.get(60, TimeUnit.SECONDS)).isZero();
      assertEndedOnce(MANY);
    }
  }

  @Test
  void aStopEndsHandlersThatOnlySend() throws Exception {
    SocketTerms.Handler<String, String> silent = _ -> new CountDownLatch(1).await();
    try (var server = RunningServer.of(joining(silent));
        var client = client(server)) {
      assertThat(begun.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
      assertThat(server.server().stop(Duration.ofSeconds(20))).isZero();
      assertThat(client.nextMessage().code()).isEqualTo(1_001);
      assertEndedOnce(1);
    }
  }

  @Test
  void roomsAreLeftOnce() throws Exception {
    SocketTerms.Handler<String, String> moving =
        socket -> {
          for (var i = 0; i < 3; i++) {
            var there = rooms.join("other", "me", socket);
            assertThat(rooms.members("other")).containsExactly("me");
            there.close();
            assertThat(there.isPresent()).isFalse();
            assertThat(rooms.members("other")).isEmpty();
            there.close();
          }
          assertThat(rooms.send("room", "to all")).isEqualTo(1);
          assertThat(rooms.sendTo("room", "me", "to me")).isEqualTo(1);
          assertThat(rooms.sendTo("room", "nobody", "lost")).isZero();
          socket.close();
          assertThat(rooms.members("room")).isEmpty();
        };
    try (var server = RunningServer.of(joining(moving));
        var client = client(server)) {
      assertThat(client.nextMessage().text()).isEqualTo("to all");
      assertThat(client.nextMessage().text()).isEqualTo("to me");
      assertThat(client.nextMessage().code()).isEqualTo(1_000);
      assertEndedOnce(1);
    }
  }

  @Test
  void othersAreServedMeanwhile() throws Exception {
    try (var server = RunningServer.of(joining(WebSocketEndsTest::echo));
        var socket = client(server);
        var client = server.connect()) {
      socket.text("one");
      assertThat(socket.nextMessage().text()).isEqualTo("one");
      assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
      assertThat(server.server().metrics().value("active_connections")).isEqualTo(2);
    }
  }
}
