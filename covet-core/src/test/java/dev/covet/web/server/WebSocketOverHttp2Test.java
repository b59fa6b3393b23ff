package dev.covet.web.server;

import static dev.covet.web.server.FrameSocket.BINARY;
import static dev.covet.web.server.FrameSocket.TEXT;
import static dev.covet.web.server.FrameSocket.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.ApiError;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.SocketLine;
import dev.covet.web.message.SocketMessage;
import dev.covet.web.stream.SocketHandshake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S2.ws.handshake, S2.ws.types, S2.proto.detect: WebSockets on streams of HTTP/2 (RFC 8441).
 *
 * <p>One idea: what one does to its stream, and to no other.
 */
@ExtendWith(NoLeaks.class)
final class WebSocketOverHttp2Test {
  private static final int LAST = 0x80;

  /** How each socket ended, as its handler saw it. */
  private final LinkedBlockingQueue<String> ends = new LinkedBlockingQueue<>();

  private final CountDownLatch go = new CountDownLatch(1);

  @AutoClose private final RunningServer server = server(Map.of());

  private RunningServer server(Map<String, Double> limits) {
    return RunningServer.of(this::handle, ThreadMode.AUTO, limits);
  }

  private Response handle(Request request) {
    return switch (request.path()) {
      case "/" -> opened(request, WebSocketOverHttp2Test::echo);
      case "/deaf" -> opened(request, _ -> await(go));
      case "/late" -> {
        await(go);
        yield opened(request, WebSocketOverHttp2Test::echo);
      }
      case "/page" -> Response.text("a page");
      case "/body" -> Response.text("" + request.body().collect(1_000_000).length);
      default -> Response.text("nothing").withStatus(404);
    };
  }

  private Response opened(Request request, Content.Talk talk) {
    try {
      SocketHandshake.OWN.check(request);
    } catch (ApiError refused) {
      return Response.text(refused.message())
          .withStatus(refused.status())
          .withHeaders(refused.headers());
    }
    return SocketHandshake.OWN.accepted(
        request,
        line -> {
          try {
            talk.over(line);
          } finally {
            ends.add(String.valueOf(line.end()));
          }
        });
  }

  private static void echo(SocketLine line) {
    for (var each = line.next(); each != null; each = line.next()) line.send(each);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private FrameClient connect(int... settings) throws IOException {
    return FrameClient.to(server.server().port(), settings);
  }

  private String ended() throws InterruptedException {
    return String.valueOf(ends.poll(30, TimeUnit.SECONDS));
  }

  private static void assertServes(FrameClient client, int stream) throws IOException {
    assertThat(client.get(stream, "/page").answer(stream).body()).isEqualTo("a page");
  }

  @Test
  void theServerSaysThatItCan() throws IOException {
    try (var client = connect()) {
      client.get(1, "/page").answer(1);
      assertThat(client.serverSettings()).containsEntry(8, 1);
    }
  }

  /** Its client may never send more together than the server has said. */
  @Test
  void theWindowOfTheConnectionIsGivenBackOnce() throws IOException {
    try (var client = connect()) {
      client.get(1, "/page").answer(1);
      var most = 65_535 + client.windowOf(0);
      var sent = 0;
      for (var stream = 3; stream < 123; stream += 2) {
        client.headers(stream, 0, SocketWay.connect("/deaf"));
        FrameSocket.opened(client, stream);
        var message = frame(LAST | BINARY, new byte[10_000]);
        client.frame(FrameClient.DATA, FrameClient.END_STREAM, stream, message);
        sent += message.length;
      }
      assertServes(client, 123);
      assertThat(65_535 + client.windowOf(0) - sent).isPositive().isLessThanOrEqualTo(most);
    }
  }

  @Test
  void itIsOpenedWith200AndNoProof() throws IOException {
    try (var client = connect()) {
      var socket = FrameSocket.over(client, 1, "Origin: http://a");
      assertThat(client.on(1).status()).isEqualTo(200);
      assertThat(client.on(1).fields())
          .doesNotContainKeys("sec-websocket-accept", "content-length", "upgrade", "connection");
      assertThat(socket.text("hello").nextMessage().text()).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 300_000, 1_048_576})
  void messagesOfEachLengthComeBack(int length) throws IOException {
    try (var client = connect()) {
      var socket = FrameSocket.over(client, 1);
      var bytes = new byte[length];
      Arrays.fill(bytes, (byte) 'x');
      assertThat(socket.raw(frame(LAST | BINARY, bytes)).nextMessage().payload()).isEqualTo(bytes);
      assertThat(socket.raw(frame(LAST | TEXT, bytes)).nextMessage().payload()).isEqualTo(bytes);
      socket.raw(frame(TEXT, bytes)).raw(frame(LAST, new byte[0]));
      assertThat(socket.nextMessage().payload()).isEqualTo(bytes);
    }
  }

  @Test
  void manyOnOneConnectionAreEachForThemselves() throws IOException {
    try (var client = connect()) {
      var sockets = new FrameSocket[50];
      for (var i = 0; i < sockets.length; i++) {
        sockets[i] = FrameSocket.over(client, 2 * i + 1);
      }
      for (var round = 0; round < 5; round++) {
        for (var i = 0; i < sockets.length; i++) sockets[i].text(round + "." + i);
        for (var i = sockets.length - 1; i >= 0; i--) {
          assertThat(sockets[i].nextMessage().text()).isEqualTo(round + "." + i);
        }
      }
    }
  }

  /** RFC 8441, 4 and 5; the status of a protocol that is not known is that of RFC 9220, 3. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          200, sec-websocket-protocol: chat
          200, content-length: 0
          400, content-length: 5
          403, origin: http://b
          403, origin: null
          400, sec-websocket-version: 13|expect: 100-continue|content-length: 1
          """)
  void fieldsAreThoseOfAHandshake(int status, String fields) throws IOException {
    try (var client = connect()) {
      client.headers(1, 0, SocketWay.connect("/", fields.split("\\|")));
      client.await(() -> client.on(1).status() > 0);
      assertThat(client.on(1).status()).isEqualTo(status);
      if (status >= 300) assertThat(client.answer(1).reset()).isIn(-1, 0);
      assertServes(client, 3);
    }
  }

  @ParameterizedTest
  @CsvSource({"12, 426", "013, 426", "'', 426"})
  void onlyVersion13IsSpoken(String version, int status) throws IOException {
    try (var client = connect()) {
      var fields = SocketWay.connect("/");
      fields[11] = version;
      var answer = client.headers(1, 0, fields).answer(1);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.field("sec-websocket-version")).isEqualTo("13");
      assertServes(client, 3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          CONNECT, websocket, http, /, 200
          CONNECT, WebSocket, http, /, 200
          CONNECT, h2c, http, /, 501
          CONNECT, '', http, /, 501
          CONNECT, connect-udp, https, /, 501
          CONNECT, websocket, http, /missing, 404
          CONNECT, websocket, http, -, 0
          CONNECT, websocket, -, /, 0
          CONNECT, websocket, ws, /, 0
          CONNECT, websocket, http, nothing, 0
          CONNECT, websocket, http, '', 0
          CONNECT, -, -, -, 405
          CONNECT, -, http, /, 0
          GET, websocket, http, /, 0
          POST, websocket, http, /, 0
          GET, -, http, /, 426
          """)
  void pseudoHeaderFieldsAreAsTheyHaveToBe(
      String method, String protocol, String scheme, String path, int status) throws IOException {
    try (var client = connect()) {
      var fields = new ArrayList<String>();
      var names = new String[] {":method", ":protocol", ":scheme", ":path", ":authority"};
      var values = new String[] {method, protocol, scheme, path, "a"};
      for (var i = 0; i < names.length; i++) {
        if (values[i] != null) fields.addAll(List.of(names[i], values[i]));
      }
      fields.addAll(List.of("sec-websocket-version", "13"));
      client.headers(1, 0, fields.toArray(String[]::new));
      client.await(() -> client.on(1).status() > 0 || client.on(1).reset() >= 0);
      assertThat(client.on(1).status()).isEqualTo(status);
      if (status == 0) assertThat(client.on(1).reset()).isEqualTo(FrameClient.PROTOCOL_ERROR);
      assertServes(client, 3);
    }
  }

  /** As warmcat/libwebsockets#1993 had it wrong. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 6, 8})
  void theProtocolMayStandAnywhereAmongThePseudoHeaderFields(int at) throws IOException {
    try (var client = connect()) {
      var fields = new ArrayList<>(List.of(SocketWay.connect("/")));
      var protocol = List.copyOf(fields.subList(2, 4));
      fields.subList(2, 4).clear();
      fields.addAll(at, protocol);
      client.headers(1, 0, fields.toArray(String[]::new));
      client.await(() -> client.on(1).status() > 0);
      assertThat(client.on(1).status()).isEqualTo(200);
    }
  }

  /** RFC 8441, 3: it is the server's to say; haproxy/haproxy#3355 wanted it of clients. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatAClientSaysOfItMeansNothing(int value) throws IOException {
    try (var client = connect(8, value)) {
      assertThat(FrameSocket.over(client, 1).text("hello").nextMessage().text()).isEqualTo("hello");
    }
  }

  @Test
  void theProtocolIsSaidOnce() throws IOException {
    try (var client = connect()) {
      var fields = SocketWay.connect("/");
      var twice = Arrays.copyOf(fields, fields.length + 2);
      System.arraycopy(fields, 2, twice, 4, fields.length - 2);
      twice[2] = ":protocol";
      twice[3] = "websocket";
      assertThat(client.headers(1, 0, twice).resetOf(1)).isEqualTo(FrameClient.PROTOCOL_ERROR);
      assertServes(client, 3);
    }
  }

  @Test
  void oneThatEndsWithItsRequestIsNone() throws IOException {
    try (var client = connect()) {
      var answer = client.headers(1, FrameClient.END_STREAM, SocketWay.connect("/")).answer(1);
      assertThat(answer.status()).isEqualTo(400);
      assertServes(client, 3);
    }
  }

  /** Its client would take any 2xx for an open socket. */
  @Test
  void whereThereIsNoneNothingSaysThatThereIs() throws IOException {
    try (var client = connect()) {
      client.headers(1, 0, SocketWay.connect("/page"));
      assertThat(client.resetOf(1)).isPositive();
      assertThat(client.on(1).status()).isZero();
      assertServes(client, 3);
    }
  }

  /** What comes before the answer is kept, within the window of the stream. */
  @Test
  void framesThatComeWithTheHandshakeAreKept() throws IOException {
    try (var client = connect()) {
      var both = new ByteArrayOutputStream();
      var connect = client.block(SocketWay.connect("/late"));
      both.write(FrameClient.bytes(FrameClient.HEADERS, FrameClient.END_HEADERS, 1, connect));
      both.write(
          FrameClient.bytes(FrameClient.DATA, 0, 1, frame(LAST | TEXT, "soon".getBytes(UTF_8))));
      client.send(both.toByteArray());
      client.frame(FrameClient.DATA, 0, 1, frame(LAST | BINARY, new byte[16_000]));
      assertServes(client, 3);
      go.countDown();
      var socket = FrameSocket.opened(client, 1);
      assertThat(socket.nextMessage().text()).isEqualTo("soon");
      assertThat(socket.nextMessage().payload()).hasSize(16_000);
    }
  }

  @Test
  void oneThatLeavesBeforeTheAnswerHasNone() throws IOException {
    try (var client = connect()) {
      client.headers(1, 0, SocketWay.connect("/late")).data(1, "abc", true);
      client.headers(3, 0, SocketWay.connect("/late")).reset(3);
      assertServes(client, 5);
      go.countDown();
      assertThat(client.answer(1).isWhole()).isTrue();
      assertServes(client, 7);
      while (server.server().state().served().inFlight() > 0) Thread.onSpinWait();
    }
  }

  /** Frames of WebSocket and of HTTP/2 have nothing to do with each other. */
  @Test
  void aMessageMayComeByteByByteAndPadded() throws IOException {
    try (var client = connect()) {
      var socket = FrameSocket.over(client, 1);
      for (var each : frame(LAST | TEXT, "slowly".getBytes(UTF_8))) {
        client.frame(FrameClient.DATA, FrameClient.PADDED, 1, (byte) 2, each, (byte) 0, (byte) 0);
      }
      assertThat(socket.nextMessage().text()).isEqualTo("slowly");
    }
  }

  @Test
  void paddingAloneDoesNotUseTheWindowUp() throws IOException {
    try (var client = connect()) {
      var socket = FrameSocket.over(client, 1);
      var message = frame(LAST | BINARY, new byte[1_000]);
      for (var i = 0; i < 1_000; i++) {
        var sent = 256 * i;
        client.await(() -> 65_535 + client.windowOf(1) >= sent + 256);
        var padded = new byte[256];
        padded[0] = (byte) 254;
        padded[1] = message[i];
        client.frame(FrameClient.DATA, FrameClient.PADDED, 1, padded);
      }
      client.frame(FrameClient.DATA, 0, 1, Arrays.copyOfRange(message, 1_000, message.length));
      assertThat(socket.nextMessage().payload()).hasSize(1_000);
    }
  }

  @Test
  void theServerClosesTheStreamWithTheSocket() throws Exception {
    try (var client = connect()) {
      var socket = FrameSocket.over(client, 1).close(4_000);
      assertThat(socket.nextMessage().code()).isEqualTo(4_000);
      assertThat(client.answer(1).isWhole()).isTrue();
      client.data(1, "", true);
      assertThat(ended()).contains("4000");
      assertServes(client, 3);
      assertThat(client.on(1).reset()).isNegative();
    }
  }

  /** As jetty/jetty.project#13349 had it wrong: a reset overtook the close. */
  @Test
  void aClientMayEndItsStreamWithItsClose() throws Exception {
    try (var client = connect()) {
      for (var i = 0; i < 100; i++) {
        var stream = 2 * i + 1;
        var socket = FrameSocket.over(client, stream).text("last").close(1_000);
        client.data(stream, "", true);
        var next = socket.nextMessage(); // a message behind which a close came is not answered
        if (next.opcode() == TEXT) next = socket.nextMessage();
        assertThat(next.code()).isEqualTo(1_000);
        assertThat(client.answer(stream).isWhole()).isTrue();
        assertThat(ended()).contains("1000");
      }
      assertServes(client, 201);
      for (var i = 0; i < 100; i++) assertThat(client.on(2 * i + 1).reset()).isNegative();
    }
  }

  @Test
  void aStreamWhoseClientDoesNotEndItIsReset() throws Exception {
    try (var quick = server(Map.of("lingerSecondsMax", 0.2));
        var client = FrameClient.to(quick.server().port())) {
      FrameSocket.over(client, 1).close(1_000).nextMessage();
      assertThat(client.answer(1).isWhole()).isTrue();
      assertThat(client.resetOf(1)).isZero();
      assertServes(client, 3);
    }
  }

  @Test
  void aBrokenRuleEndsTheStreamAlone() throws Exception {
    try (var client = connect()) {
      var other = FrameSocket.over(client, 1);
      var socket = FrameSocket.over(client, 3).raw(frame(LAST | 3, new byte[0]));
      assertThat(socket.nextMessage().code()).isEqualTo(1_002);
      assertThat(socket.isAtEnd()).isTrue();
      socket.raw(new byte[10_000]); // is passed over
      assertThat(ended()).contains("1002");
      assertThat(other.text("still here").nextMessage().text()).isEqualTo("still here");
      assertServes(client, 5);
    }
  }

  /** RFC 8441, 5: as a reset connection. */
  @Test
  void aResetIsTheEnd() throws Exception {
    try (var client = connect()) {
      FrameSocket.over(client, 1);
      client.reset(1);
      assertThat(ended()).contains("1006");
      assertServes(client, 3);
    }
  }

  /** RFC 8441, 5: as a closed connection. */
  @Test
  void anEndOfTheStreamIsTheEnd() throws Exception {
    try (var client = connect()) {
      var socket = FrameSocket.over(client, 1);
      assertThat(socket.text("one").nextMessage().text()).isEqualTo("one");
      client.data(1, "", true);
      assertThat(ended()).contains("1006");
      assertThat(client.answer(1).isWhole()).isTrue();
      assertServes(client, 3);
      assertThat(client.on(1).reset()).isNegative();
    }
  }

  @Test
  void theEndOfTheConnectionIsThatOfAll() throws Exception {
    try (var client = connect()) {
      for (var i = 0; i < 10; i++) FrameSocket.over(client, 2 * i + 1);
    }
    for (var i = 0; i < 10; i++) assertThat(ended()).contains("1006");
    while (server.server().state().served().inFlight() > 0) Thread.onSpinWait();
  }

  /** RFC 9113, 8.5. */
  @Test
  void fieldsHaveNoPlaceInATunnel() throws Exception {
    try (var client = connect()) {
      FrameSocket.over(client, 1);
      client.headers(1, FrameClient.END_STREAM, "a", "b");
      assertThat(client.resetOf(1)).isEqualTo(FrameClient.PROTOCOL_ERROR);
      assertThat(ended()).contains("1006");
      assertServes(client, 3);
    }
  }

  @Test
  void moreThanTheWindowEndsTheStreamAlone() throws Exception {
    try (var client = connect()) {
      client.headers(1, 0, SocketWay.connect("/late"));
      for (var i = 0; i < 4; i++) client.frame(FrameClient.DATA, 0, 1, new byte[16_383]);
      client.frame(FrameClient.DATA, 0, 1, new byte[3]);
      assertServes(client, 3);
      assertThat(client.on(1).reset()).isNegative();
      client.frame(FrameClient.DATA, 0, 1, new byte[1]);
      assertThat(client.resetOf(1)).isEqualTo(FrameClient.FLOW_CONTROL_ERROR);
      assertServes(client, 5);
    }
  }

  /** What handlers of sockets do not take is not taken from the window of the others. */
  @Test
  void socketsThatAreNotReadStopNoOtherStream() throws Exception {
    try (var client = connect()) {
      for (var i = 0; i < 30; i++) { // together twice what the connection takes
        var stream = 2 * i + 1;
        client.headers(stream, 0, SocketWay.connect("/deaf"));
        client.await(() -> client.on(stream).status() == 200);
        var sent = 65_000 * i;
        client.await(() -> 65_535 + client.windowOf(0) >= sent + 65_000);
        for (var n = 0; n < 1_000; n++) { // more messages than may wait
          client.frame(FrameClient.DATA, 0, stream, frame(LAST | BINARY, new byte[59]));
        }
      }
      client.post(101, "/body").data(101, FrameClient.text(16_000), false);
      client.data(101, FrameClient.text(16_000), true);
      assertThat(client.answer(101).body()).isEqualTo("32000");
      go.countDown();
      for (var i = 0; i < 30; i++) assertThat(ended()).isEqualTo("null");
    }
  }

  /** H12, for what comes before the answer. */
  @Test
  void framesThatComeWithTheHandshakeCountInTheBudgetOfBodies() throws Exception {
    try (var small = server(Map.of("bodyBytesInFlightMax", 40_000.0));
        var client = FrameClient.to(small.server().port())) {
      client.headers(1, 0, SocketWay.connect("/late")).data(1, FrameClient.text(16_000), false);
      client.headers(3, 0, SocketWay.connect("/late")).data(3, FrameClient.text(16_000), false);
      client.data(3, FrameClient.text(16_000), false);
      assertThat(client.answer(3).status()).isEqualTo(503);
      assertThat(client.on(1).status()).isZero();
      go.countDown();
      client.await(() -> client.on(1).status() == 200);
      client.reset(1);
      while (small.server().state().served().bodyBytes() > 0) Thread.onSpinWait();
    }
  }

  /** What a handler of a socket does not take counts, too, and is bounded by the window. */
  @Test
  void whatIsNotReadCounts() throws Exception {
    try (var client = connect()) {
      client.headers(1, 0, SocketWay.connect("/deaf"));
      client.await(() -> client.on(1).status() == 200);
      var sent = 0;
      while (65_535 + client.windowOf(1) >= sent + 10_014) { // as many as may wait, then a window
        client.frame(FrameClient.DATA, 0, 1, frame(LAST | BINARY, new byte[10_006]));
        sent += 10_014;
        assertServes(client, sent / 10_014 * 2 + 1);
      }
      assertThat(sent).isBetween(65_535, 200_000);
      assertThat(server.server().state().served().bodyBytes()).isBetween(sent - 2_000L, 200_000L);
      go.countDown();
      assertThat(ended()).isEqualTo("null");
      while (server.server().state().served().bodyBytes() > 0) Thread.onSpinWait();
    }
  }

  /** A socket whose client opens no window holds up no answer. */
  @Test
  void aSlowClientHoldsUpItsSocketAlone() throws Exception {
    var refused = new CompletableFuture<Boolean>();
    Content.Talk offering =
        line -> {
          line.send(SocketMessage.binary(new byte[16_384]));
          await(go);
          while (line.offer(SocketMessage.binary(new byte[16_384]))) Thread.onSpinWait();
          refused.complete(true);
        };
    try (var slow =
            RunningServer.of(request ->
                request.path().equals("/page")
                    ? Response.text("a page")
                    : SocketHandshake.OWN.accepted(request, offering));
        var client = FrameClient.to(slow.server().port(), 4, 1_000)) {
      client.headers(1, 0, SocketWay.connect("/")).window(0, 10_000_000);
      client.await(() -> client.on(1).length() == 1_000);
      go.countDown();
      assertThat(refused.get(60, TimeUnit.SECONDS)).isTrue();
      for (var i = 0; i < 10; i++) assertServes(client, 2 * i + 3);
      assertThat(client.on(1).length()).isEqualTo(1_000);
      client.window(1, 10_000_000);
      var socket = FrameSocket.opened(client, 1);
      var next = socket.nextMessage();
      while (next.opcode() != FrameSocket.CLOSE) next = socket.nextMessage();
      assertThat(next.code()).isEqualTo(1_013);
    }
  }

  @Test
  void aStopTellsEachAndGoesAway() throws Exception {
    try (var client = connect()) {
      var sockets = new FrameSocket[20];
      for (var i = 0; i < sockets.length; i++) sockets[i] = FrameSocket.over(client, 2 * i + 1);
      var stopping =
          CompletableFuture.supplyAsync(() -> server.server().stop(Duration.ofSeconds(20)));
      for (var i = 0; i < sockets.length; i++) {
        assertThat(sockets[i].nextMessage().code()).isEqualTo(1_001);
        sockets[i].close(1_001);
        assertThat(sockets[i].isAtEnd()).isTrue();
        client.data(2 * i + 1, "", true);
      }
      assertThat(client.goAway()).isZero();
      assertThat(client.isClosed()).isTrue();
      assertThat(stopping.get(60, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void aConnectionWithAnOpenSocketIsNotIdle() throws Exception {
    try (var quick = server(Map.of("idleSecondsMax", 0.2, "handlerSecondsMax", 0.3));
        var client = FrameClient.to(quick.server().port())) {
      var socket = FrameSocket.over(client, 1);
      TimeUnit.MILLISECONDS.sleep(600);
      assertThat(socket.text("still here").nextMessage().text()).isEqualTo("still here");
    }
  }
}
