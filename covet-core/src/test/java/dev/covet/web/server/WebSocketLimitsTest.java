package dev.covet.web.server;

import static dev.covet.web.server.FrameSocket.BINARY;
import static dev.covet.web.server.FrameSocket.CLOSE;
import static dev.covet.web.server.FrameSocket.PING;
import static dev.covet.web.server.FrameSocket.TEXT;
import static dev.covet.web.server.FrameSocket.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.message.PerMessageDeflate;
import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketMessage;
import dev.covet.web.stream.SocketHandshake;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Security.md W3 and W4, over sockets: each limit has its answer, and its count. */
@ExtendWith(NoLeaks.class)
@ParameterizedClass
@EnumSource(SocketWay.class)
final class WebSocketLimitsTest {
  private static final int LAST = 0x80;
  private static final int DEFLATED = 0x40;
  private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

  private final SocketWay way;

  WebSocketLimitsTest(SocketWay way) {
    this.way = way;
  }

  private static Handler talking(Content.Talk talk) {
    return request -> {
      SocketHandshake.OWN.check(request);
      return SocketHandshake.OWN.accepted(request, talk);
    };
  }

  private static RunningServer server(Handler handler, Map<String, Double> limits) {
    return RunningServer.of(handler, ThreadMode.AUTO, limits);
  }

  private FrameSocket client(RunningServer server, String... fields) throws IOException {
    return way.open(server.server().port(), fields);
  }

  private static void awaitHit(RunningServer server, String limit) {
    for (var i = 0; i < 1_000 && hits(server, limit) == 0; i++) LockSupport.parkNanos(5_000_000);
    assertThat(hits(server, limit)).as(limit).isEqualTo(1);
  }

  private static double hits(RunningServer server, String limit) {
    return server.server().metrics().value("limit_hits_total", "limit", limit);
  }

  private static void assertClosed(FrameSocket client, int code, String reason) throws IOException {
    var frame = client.nextMessage();
    while (frame.opcode() != CLOSE) frame = client.nextMessage();
    assertThat(frame.code()).isEqualTo(code);
    assertThat(frame.reason()).isEqualTo(reason);
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void aMessageMayBeAsLongAsItMay() throws IOException {
    var limits = Map.of("websocketMessageBytesMax", 1_000.0);
    try (var server = server(WebSocketCasesTest.echo(), limits);
        var client = client(server)) {
      client.raw(frame(LAST | BINARY, new byte[1_000]));
      assertThat(client.nextMessage().payload()).hasSize(1_000);
      client.raw(frame(BINARY, new byte[600])).raw(frame(0, new byte[400]));
      client.raw(frame(LAST, new byte[0]));
      assertThat(client.nextMessage().payload()).hasSize(1_000);
    }
  }

  /** Nothing of it needs to come: its announced length is enough. */
  @Test
  void aFrameThatIsTooLongIsRefusedByItsHead() throws IOException {
    try (var server = server(WebSocketCasesTest.echo(), Map.of());
        var client = client(server)) {
      client.raw(new byte[] {(byte) 0x82, (byte) 0xff, 0, 0, 0, 0, 0, 0x10, 0, 1, 1, 2, 3, 4});
      assertClosed(client, 1_009, "WEBSOCKET_MESSAGE_BYTES_MAX");
      awaitHit(server, "WEBSOCKET_MESSAGE_BYTES_MAX");
    }
  }

  @Test
  void framesTogetherMayBeNoLonger() throws IOException {
    var limits = Map.of("websocketMessageBytesMax", 1_000.0);
    try (var server = server(WebSocketCasesTest.echo(), limits);
        var client = client(server)) {
      client.raw(frame(TEXT, new byte[600])).raw(frame(LAST, new byte[401]));
      assertClosed(client, 1_009, "WEBSOCKET_MESSAGE_BYTES_MAX");
    }
  }

  @Test
  void aMessageOfTooManyFramesIsRefused() throws IOException {
    var limits = Map.of("websocketFramesMax", 3.0);
    try (var server = server(WebSocketCasesTest.echo(), limits);
        var client = client(server)) {
      client.raw(frame(TEXT, new byte[0])).raw(frame(0, new byte[0]));
      client.raw(frame(LAST, new byte[0]));
      assertThat(client.nextMessage().payload()).isEmpty();
      client.raw(frame(TEXT, new byte[0])).raw(frame(0, new byte[0]));
      client.raw(frame(0, new byte[0])).raw(frame(0, new byte[0]));
      assertClosed(client, 1_009, "WEBSOCKET_FRAMES_MAX");
      awaitHit(server, "WEBSOCKET_FRAMES_MAX");
    }
  }

  @Test
  void aMessageIsCountedInflated() throws IOException {
    try (var server = server(WebSocketCasesTest.echo(), Map.of());
        var client = client(server, OFFER)) {
      var most = PerMessageDeflate.deflate(new byte[1_048_576]);
      client.raw(frame(LAST | DEFLATED | BINARY, most));
      assertThat(client.nextMessage().opcode()).isEqualTo(BINARY);
      client.raw(frame(LAST | DEFLATED | BINARY, PerMessageDeflate.deflate(new byte[1_048_577])));
      assertClosed(client, 1_009, "WEBSOCKET_MESSAGE_BYTES_MAX");
    }
  }

  @Test
  void whatCannotBeInflatedIsRefused() throws IOException {
    try (var server = server(WebSocketCasesTest.echo(), Map.of());
        var client = client(server, OFFER)) {
      client.raw(frame(LAST | DEFLATED | TEXT, new byte[] {(byte) 0xff, 1, 2, 3}));
      assertClosed(client, 1_007, "a message cannot be inflated");
    }
    try (var server = server(WebSocketCasesTest.echo(), Map.of());
        var client = client(server, OFFER)) {
      var noText = PerMessageDeflate.deflate(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
      client.raw(frame(LAST | DEFLATED | TEXT, noText));
      assertClosed(client, 1_007, "a text is not UTF-8");
    }
  }

  /** H12. */
  @Test
  void messagesCountInTheBudgetOfBodies() throws Exception {
    var go = new CountDownLatch(1);
    Content.Talk deaf = _ -> await(go);
    try (var server = server(talking(deaf), Map.of("bodyBytesInFlightMax", 100_000.0));
        var one = client(server);
        var other = client(server)) {
      one.raw(frame(LAST | BINARY, new byte[60_000]));
      while (server.server().state().served().bodyBytes() < 60_000) Thread.onSpinWait();
      other.raw(frame(BINARY, new byte[60_000]));
      assertClosed(other, 1_013, "BODY_BYTES_IN_FLIGHT_MAX");
      awaitHit(server, "BODY_BYTES_IN_FLIGHT_MAX");
      go.countDown();
      assertThat(one.nextMessage().code()).isEqualTo(1_000);
      while (server.server().state().served().bodyBytes() > 0) Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a handler does not take stays with its client. */
  @Test
  void aSlowHandlerSlowsItsClientDown() throws Exception {
    var go = new CountDownLatch(1);
    var count = new AtomicInteger();
    var done = new CountDownLatch(1);
    Content.Talk slow =
        line -> {
          await(go);
          while (line.next() != null) count.incrementAndGet();
          done.countDown();
        };
    try (var server = server(talking(slow), Map.of());
        var client = client(server)) {
      var sending =
          CompletableFuture.runAsync(() -> {
            try {
              for (var i = 0; i < 1_000; i++) client.raw(frame(LAST | BINARY, new byte[20_000]));
              client.close(1_000);
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
      LockSupport.parkNanos(300_000_000);
      assertThat(sending).isNotDone();
      assertThat(server.server().state().served().bodyBytes()).isLessThan(200_000);
      go.countDown();
      sending.get(60, TimeUnit.SECONDS);
      assertClosed(client, 1_000, "");
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue(); // the close overtakes what is in line
      assertThat(count).hasValue(1_000);
    }
  }

  /** W4: whoever may not wait has the client closed. */
  @Test
  void aClientThatTakesNothingIsClosedByAnOffer() throws Exception {
    var refused = new CompletableFuture<Integer>();
    Content.Talk offering =
        line -> {
          var message = SocketMessage.binary(new byte[16_384]);
          var count = 0;
          while (line.offer(message)) {
            count++;
            LockSupport.parkNanos(10_000);
          }
          refused.complete(count);
        };
    try (var server = server(talking(offering), Map.of());
        var client = client(server)) {
      assertThat(refused.get(60, TimeUnit.SECONDS)).isGreaterThan(63);
      assertClosed(client, 1_013, "WEBSOCKET_QUEUE_MESSAGES_MAX");
      awaitHit(server, "WEBSOCKET_QUEUE_MESSAGES_MAX");
    }
  }

  /** Whoever may wait does, and nothing is lost. */
  @Test
  void aHandlerWaitsForASlowClient() throws Exception {
    var sent = new AtomicInteger();
    Content.Talk sending =
        line -> {
          for (var i = 0; i < 1_000; i++) {
            line.send(SocketMessage.binary(new byte[16_384]));
            sent.incrementAndGet();
          }
        };
    try (var server = server(talking(sending), Map.of());
        var client = client(server)) {
      LockSupport.parkNanos(300_000_000);
      assertThat(sent.get()).isLessThan(999);
      for (var i = 0; i < 1_000; i++) {
        assertThat(client.nextMessage().payload()).hasSize(16_384);
      }
      assertThat(client.nextMessage().code()).isEqualTo(1_000);
    }
  }

  @Test
  void aClientThatTakesNothingAtAllIsReset() throws Exception {
    var ended = new CompletableFuture<Integer>();
    Content.Talk sending =
        line -> {
          try {
            while (true) line.send(SocketMessage.binary(new byte[65_536]));
          } catch (SocketClosed e) {
            ended.complete(e.code());
            throw e;
          }
        };
    try (var server = server(talking(sending), Map.of("writeStallSecondsMax", 0.3));
        var _ = client(server)) {
      assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(1_013);
      awaitHit(server, "WRITE_STALL_SECONDS_MAX");
    }
  }

  /** W4: a client that says nothing is asked, and gone if it does not answer. */
  @Test
  void aClientThatAnswersNoPingIsGone() throws Exception {
    var limits = Map.of("websocketSilenceSecondsMax", 0.1, "websocketPongSecondsMax", 0.1);
    var ended = new CompletableFuture<Boolean>();
    Content.Talk waiting =
        line -> {
          var next = line.next();
          ended.complete(next == null && String.valueOf(line.end()).contains("1006"));
        };
    try (var server = server(talking(waiting), limits);
        var client = client(server)) {
      assertThat(client.next().opcode()).isEqualTo(PING);
      assertThat(ended.get(60, TimeUnit.SECONDS)).isTrue();
      awaitHit(server, "WEBSOCKET_PONG_SECONDS_MAX");
    }
  }

  @Test
  void aClientThatAnswersStays() throws IOException {
    var limits = Map.of("websocketSilenceSecondsMax", 0.05, "websocketPongSecondsMax", 2.0);
    try (var server = server(WebSocketCasesTest.echo(), limits);
        var client = client(server)) {
      for (var i = 0; i < 5; i++) {
        assertThat(client.next().opcode()).isEqualTo(PING);
        client.raw(frame(LAST | FrameSocket.PONG, new byte[0]));
      }
      client.text("still here");
      assertThat(client.nextMessage().text()).isEqualTo("still here");
    }
  }

  /** While a message comes, slowly, its client is there. */
  @Test
  void whoIsInTheMiddleOfAMessageIsNotGone() throws IOException {
    var limits = Map.of("websocketSilenceSecondsMax", 0.1, "websocketPongSecondsMax", 2.0);
    try (var server = server(WebSocketCasesTest.echo(), limits);
        var client = client(server)) {
      for (var each : frame(LAST | TEXT, "slowly, but surely".getBytes(UTF_8))) {
        client.raw(new byte[] {each});
        LockSupport.parkNanos(100_000_000);
      }
      assertThat(client.nextMessage().text()).isEqualTo("slowly, but surely");
    }
  }

  /** Only the last ping of a client that takes no pongs is answered. */
  @Test
  void pingsDoNotPileUp() throws IOException {
    var patient = Map.of("writeStallSecondsMax", 300.0); // it reads nothing until all is sent
    try (var server = server(WebSocketCasesTest.echo(), patient);
        var client = client(server)) {
      var ping = frame(LAST | PING, new byte[125]);
      var many = new byte[ping.length * 1_000];
      for (var i = 0; i < 1_000; i++) System.arraycopy(ping, 0, many, i * ping.length, ping.length);
      for (var i = 0; i < 300; i++) client.raw(many);
      client.close(1_000);
      var pongs = 0;
      while (client.nextMessage().opcode() != CLOSE) pongs++;
      assertThat(pongs).isBetween(1, 200_000);
    }
  }
}
