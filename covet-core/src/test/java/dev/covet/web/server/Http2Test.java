package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S2.proto.detect, H10, T3: what a request by HTTP/2 gets, and its flow control. */
@ExtendWith(NoLeaks.class)
final class Http2Test {
  private static final int INITIAL_WINDOW_SIZE = 4;

  private final CountDownLatch let = new CountDownLatch(1);

  @AutoClose private final RunningServer server = RunningServer.of(this::handle);

  private Response handle(Request request) {
    return switch (request.path()) {
      case "/echo" -> Response.bytes("a/b", request.body().collect(10_000_000));
      case "/wait" -> await();
      case "/big" -> Response.text(FrameClient.text(1_000_000));
      case "/stream" ->
          Response.of(
              200,
              "a/b",
              new Content.Stream(
                  -1,
                  out -> {
                    for (var i = 0; i < 100; i++) out.write(new byte[10_000]);
                  }));
      case "/both" -> {
        var body = request.body().stream(Long.MAX_VALUE);
        yield Response.of(200, "a/b", new Content.Stream(-1, body::transferTo));
      }
      case "/unread" -> Response.text("not read");
      case "/none" -> Response.empty(204);
      case "/fields" ->
          Response.text(
              "%s %s %s %s"
                  .formatted(
                      request.protocol(),
                      request.header("Host").orElse(""),
                      request.header("Cookie").orElse(""),
                      request.scheme()));
      default -> Response.text(request.method() + " " + request.path());
    };
  }

  private Response await() {
    try {
      let.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Response.text("waited");
  }

  private FrameClient connect(int... settings) throws IOException {
    return FrameClient.to(server.server().port(), settings);
  }

  @Test
  void aRequestIsAnswered() throws IOException {
    try (var client = connect()) {
      var answer = client.get(1, "/hi").answer(1);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("GET /hi");
      assertThat(answer.field("content-length")).isEqualTo("7");
      assertThat(answer.field("date")).isNotNull();
      assertThat(answer.fields()).doesNotContainKeys("connection", "transfer-encoding");
    }
  }

  @Test
  void aHeadHasTheFieldsOfGetAndNoBody() throws IOException {
    try (var client = connect()) {
      var answer =
          client.headers(1, FrameClient.END_STREAM, FrameClient.request("HEAD", "/hi")).answer(1);

      assertThat(answer.field("content-length")).isEqualTo("8");
      assertThat(answer.length()).isZero();
      assertThat(client.get(3, "/none").answer(3).fields()).doesNotContainKey("content-length");
    }
  }

  @Test
  void settingsSayWhatTheServerTakes() throws IOException {
    try (var client = connect()) {
      client.get(1, "/").answer(1);

      assertThat(client.serverSettings())
          .containsExactlyInAnyOrderEntriesOf(Map.of(3, 100, 4, 65_535, 6, 16_384, 8, 1));
      assertThat(client.windowOf(0)).isEqualTo(1_048_576 - 65_535);
      assertThat(client.settled()).isEqualTo(1);
    }
  }

  @Test
  void anAnswerDoesNotWaitForAnother() throws IOException {
    try (var client = connect()) {
      client.get(1, "/wait");
      assertThat(client.get(3, "/").answer(3).status()).isEqualTo(200);
      assertThat(client.get(5, "/").answer(5).status()).isEqualTo(200);
      let.countDown();
      assertThat(client.answer(1).body()).isEqualTo("waited");
    }
  }

  @Test
  void aHundredAtOnceAreAnswered() throws IOException {
    try (var client = connect()) {
      for (var round = 0; round < 5; round++) {
        for (var n = 0; n < 100; n++) client.get(200 * round + 2 * n + 1, "/" + n);
        for (var n = 0; n < 100; n++) {
          assertThat(client.answer(200 * round + 2 * n + 1).body()).isEqualTo("GET /" + n);
        }
      }
    }
  }

  @Test
  void aBodyLeavesAsTheWindowsTakeIt() throws IOException {
    try (var client = connect(INITIAL_WINDOW_SIZE, 10)) {
      client.get(1, "/big").await(() -> client.on(1).length() == 10);
      assertThat(client.get(3, "/none").answer(3).status()).isEqualTo(204);
      client.window(1, 65_525);
      client.await(() -> client.on(1).length() == 65_535); // now the connection's is used up
      client.get(5, "/hi").await(() -> client.on(5).status() == 200);
      assertThat(client.on(5).length()).isZero();

      client.window(0, 2_000_000);

      assertThat(client.answer(5).body()).isEqualTo("GET /hi");
      client.settings(INITIAL_WINDOW_SIZE, 1_000_000);
      assertThat(client.answer(1).length()).isEqualTo(1_000_000);
    }
  }

  @Test
  void settingsMayMakeAWindowLessThanNothing() throws IOException {
    try (var client = connect(INITIAL_WINDOW_SIZE, 20)) {
      client.get(1, "/big").await(() -> client.on(1).length() == 20);
      client.settings(INITIAL_WINDOW_SIZE, 5).window(1, 15);
      client.get(3, "/none").answer(3);
      assertThat(client.on(1).length()).isEqualTo(20);
      client.window(1, 1).await(() -> client.on(1).length() == 21);
    }
  }

  /** RFC 9113, 6.5.3. */
  @Test
  void settingsAreAcknowledgedBeforeWhatTheyLetLeave() throws IOException {
    try (var client = connect(INITIAL_WINDOW_SIZE, 0)) {
      client.get(1, "/hi").await(() -> client.on(1).status() == 200);
      client.settings(INITIAL_WINDOW_SIZE, 1).await(() -> client.on(1).length() == 1);
      assertThat(client.settled()).isEqualTo(2);
    }
  }

  @Test
  void whatIsStreamedLeavesAsTheWindowsTakeIt() throws IOException {
    try (var client = connect(INITIAL_WINDOW_SIZE, 1_000)) {
      client.get(1, "/stream").await(() -> client.on(1).length() == 1_000);
      assertThat(client.on(1).field("content-length")).isNull();
      client.window(0, 2_000_000).window(1, 2_000_000);
      assertThat(client.answer(1).length()).isEqualTo(1_000_000);
    }
  }

  @Test
  void aBodyComesAsItIsRead() throws IOException {
    try (var client = connect()) {
      client.post(1, "/both");
      var sent = 0;
      for (var n = 0; n < 50; n++, sent += 16_000) {
        var most = sent;
        client.await(() -> 65_535 + client.windowOf(1) >= most + 16_000);
        client.data(1, FrameClient.text(16_000), n == 49);
        client.window(0, 16_000).window(1, 16_000);
      }
      assertThat(client.answer(1).length()).isEqualTo(800_000);
    }
  }

  @Test
  void whoseBodyIsNotReadIsToldToSendNoMore() throws IOException {
    try (var client = connect()) {
      client.post(1, "/unread").data(1, "abc", false);
      assertThat(client.answer(1).body()).isEqualTo("not read");
      assertThat(client.resetOf(1)).isZero();
      client.data(1, "what was on its way", true); // is passed over
      assertThat(client.get(3, "/hi").answer(3).body()).isEqualTo("GET /hi");
    }
  }

  @Test
  void aClientThatWaitsIsToldToGoOn() throws IOException {
    try (var client = connect()) {
      client.post(1, "/echo", "expect", "100-continue").await(() -> client.on(1).wentOn());
      assertThat(client.data(1, "abc", true).answer(1).body()).isEqualTo("abc");
      client.post(3, "/unread", "expect", "100-continue");
      assertThat(client.answer(3).status()).isEqualTo(200);
      assertThat(client.on(3).wentOn()).isFalse();
    }
  }

  @Test
  void aRequestHasWhatHttp1WouldGiveIt() throws IOException {
    try (var client = connect()) {
      var answer = client.get(1, "/fields", "cookie", "a=1", "x", "y", "cookie", "b=2").answer(1);
      assertThat(answer.body()).isEqualTo("HTTP/2 a a=1; b=2 http");
    }
  }

  /** As haproxy/haproxy#1498 and apple/swift-nio-http2#374 had it wrong. */
  @Test
  void aClientMayKeepNoTableOfFields() throws IOException {
    try (var client = connect()) {
      assertThat(client.get(1, "/").answer(1).status()).isEqualTo(200);
      client.withoutTable();
      assertThat(client.get(3, "/").answer(3).status()).isEqualTo(200);
      assertThat(client.get(5, "/").answer(5).status()).isEqualTo(200);
    }
  }

  /** As netty/netty#7040, google/quiche#91 and apache/pekko-http#1259 had it wrong. */
  @Test
  void whatIsNotReadGivesTheWindowOfTheConnectionBack() throws IOException {
    try (var client = connect()) {
      for (var n = 0; n < 60; n++) { // together three times what the connection takes
        var stream = 4 * n + 1;
        var sent = 64_003 * n;
        client.await(() -> 65_535 + client.windowOf(0) >= sent + 64_003);
        client.post(stream, "/wait");
        for (var i = 0; i < 4; i++) client.data(stream, FrameClient.text(16_000), false);
        client.reset(stream);
        client.post(stream + 2, "/unread").data(stream + 2, "abc", false).answer(stream + 2);
      }
      client.post(1001, "/echo").data(1001, "abc", true);
      assertThat(client.answer(1001).body()).isEqualTo("abc");
    }
  }

  /** As 3redronin/mu-server#184 had it wrong. */
  @Test
  void paddingAloneDoesNotUseTheWindowUp() throws IOException {
    try (var client = connect()) {
      client.post(1, "/echo");
      var padded = new byte[256];
      padded[0] = (byte) 254;
      padded[1] = 'a';
      for (var n = 0; n < 1_000; n++) {
        var sent = 256 * n;
        client.await(() -> 65_535 + client.windowOf(1) >= sent + 256);
        client.frame(FrameClient.DATA, FrameClient.PADDED, 1, padded);
      }
      client.data(1, "", true);
      assertThat(client.answer(1).length()).isEqualTo(1_000);
    }
  }

  @Test
  void anUpgradeIsPassedOver() throws IOException {
    try (var client = server.connect()) {
      client.send(
          """
          GET /hi HTTP/1.1\r
          Host: a\r
          Connection: Upgrade, HTTP2-Settings\r
          Upgrade: h2c\r
          HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r
          \r
          """);
      assertThat(client.answer().body()).isEqualTo("GET /hi");
      assertThat(client.get("/again").answer().body()).isEqualTo("GET /again");
    }
  }

  @Test
  void http2CanBeSwitchedOff() throws IOException {
    var settings = ServerSettings.of("127.0.0.1", 0).withoutHttp2();
    try (var plain = RunningServer.of(this::handle, settings);
        var client = plain.connect()) {
      assertThat(client.send(FrameClient.PREFACE).answer().status()).isEqualTo(505);
    }
  }

  @Test
  void aFrameMayComeByteByByte() throws Exception {
    try (var client = connect()) {
      client.post(1, "/echo");
      for (var each :
          FrameClient.bytes(
              FrameClient.DATA,
              FrameClient.PADDED | FrameClient.END_STREAM,
              1,
              (byte) 2,
              (byte) 'a',
              (byte) 'b',
              (byte) 0,
              (byte) 0)) {
        client.send(new byte[] {each});
        TimeUnit.MILLISECONDS.sleep(1);
      }
      assertThat(client.answer(1).body()).isEqualTo("ab");
    }
  }
}
