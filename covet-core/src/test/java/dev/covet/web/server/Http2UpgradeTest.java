package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.limit.LimitSource;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.proto.h2c, D13, security.md H10: {@code Upgrade: h2c} (RFC 7540, 3.2), by a setting. */
@ExtendWith(NoLeaks.class)
final class Http2UpgradeTest {
  /** What curl sends: 100 streams, windows of 10 MB, no push. */
  private static final String SETTINGS = "AAMAAABkAAQAoAAAAAIAAAAA";

  private static final String USUAL =
      "Connection: Upgrade, HTTP2-Settings|Upgrade: h2c|HTTP2-Settings: " + SETTINGS;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch let = new CountDownLatch(1);

  @AutoClose private final RunningServer server = server(Map.of());

  private RunningServer server(Map<String, Double> limits) {
    return RunningServer.of(
        this::handle,
        ServerSettings.of("127.0.0.1", 0)
            .withH2cUpgrade()
            .withLimits(LimitSource.with(limits, ServerLimits::from)));
  }

  private Response handle(Request request) {
    return switch (request.path()) {
      case "/big" -> Response.text(FrameClient.text(500_000));
      case "/wait" -> await();
      case "/body" -> Response.text("" + request.body().collect(1_000).length);
      case "/te" -> Response.text(request.header("TE").orElse("") + " " + request.authority());
      default -> Response.text(request.method() + " " + request.path());
    };
  }

  private Response await() {
    begun.countDown();
    try {
      let.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Response.text("waited");
  }

  private static byte[] asked(String line, String fields) {
    return (line + "\r\nHost: a\r\n" + fields.replace("|", "\r\n") + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  /** A connection whose first request asks for the upgrade, and is told so. */
  private FrameClient upgraded(String line, String fields) throws IOException {
    var client = FrameClient.silent(server.server().port()).send(asked(line, fields));
    assertThat(client.head())
        .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
        .contains("\r\nConnection: Upgrade\r\n", "\r\nUpgrade: h2c\r\n")
        .doesNotContain("Content-Length");
    return client;
  }

  @Test
  void theRequestIsThatOfStream1() throws IOException {
    try (var client = upgraded("GET /hi HTTP/1.1", USUAL).begin()) {
      assertThat(client.answer(1).status()).isEqualTo(200);
      assertThat(client.on(1).body()).isEqualTo("GET /hi");
      assertThat(client.on(1).isWhole()).isTrue();
      assertThat(client.get(3, "/again").answer(3).body()).isEqualTo("GET /again");
      assertThat(client.serverSettings()).containsEntry(3, 100);
    }
  }

  /** The server does not wait for the preface of its client, which comes when it comes. */
  @Test
  void theAnswerDoesNotWaitForThePreface() throws IOException {
    try (var client = upgraded("GET /hi HTTP/1.1", USUAL)) {
      assertThat(client.answer(1).body()).isEqualTo("GET /hi");
      assertThat(client.begin().get(3, "/again").answer(3).body()).isEqualTo("GET /again");
    }
  }

  /** As python-hyper/h2#449 had it wrong. */
  @Test
  void theSettingsHold() throws IOException {
    var small =
        Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {0, 4, 0, 0, 0, 10});
    try (var client = upgraded("GET /big HTTP/1.1", USUAL.replace(SETTINGS, small)).begin()) {
      client.await(() -> client.on(1).length() == 10);
      assertThat(client.get(3, "/").await(() -> client.on(3).status() == 200).on(1).length())
          .isEqualTo(10);
      client.window(0, 1_000_000).window(1, 1_000_000);
      assertThat(client.answer(1).length()).isEqualTo(500_000);
    }
  }

  @Test
  void aHeadHasNoBody() throws IOException {
    try (var client = upgraded("HEAD /hi HTTP/1.1", USUAL).begin()) {
      assertThat(client.answer(1).field("content-length")).isEqualTo("8");
      assertThat(client.on(1).length()).isZero();
    }
  }

  /** As netty/netty#7280 had it wrong: the request is one of HTTP/1.1. */
  @Test
  void theFieldsAreThoseOfHttp11() throws IOException {
    try (var client = upgraded("GET /te HTTP/1.1", "TE: deflate,gzip;q=0.3|" + USUAL).begin()) {
      assertThat(client.answer(1).body()).isEqualTo("deflate,gzip;q=0.3 a");
    }
  }

  @Test
  void itMayBeAskedForLater() throws IOException {
    try (var client = FrameClient.silent(server.server().port())) {
      client.send(asked("HEAD /first HTTP/1.1", "Accept: */*"));
      assertThat(client.head()).startsWith("HTTP/1.1 200");
      client.send(asked("GET /hi HTTP/1.1", USUAL));
      assertThat(client.head()).startsWith("HTTP/1.1 101");
      assertThat(client.begin().answer(1).body()).isEqualTo("GET /hi");
    }
  }

  @Test
  void whatComesWithTheRequestIsKept() throws IOException {
    try (var client = FrameClient.silent(server.server().port())) {
      var head = asked("GET /hi HTTP/1.1", USUAL);
      var preface = FrameClient.PREFACE.getBytes(ISO_8859_1);
      var all = new byte[head.length + preface.length];
      System.arraycopy(head, 0, all, 0, head.length);
      System.arraycopy(preface, 0, all, head.length, preface.length);
      client.send(all).settings();
      assertThat(client.head()).startsWith("HTTP/1.1 101");
      assertThat(client.answer(1).body()).isEqualTo("GET /hi");
      assertThat(client.get(3, "/again").answer(3).body()).isEqualTo("GET /again");
    }
  }

  /** Two requests for one are how rules of a proxy are passed by. */
  @Test
  void noFurtherRequestOfHttp11Follows() throws IOException {
    try (var client = upgraded("GET /hi HTTP/1.1", USUAL)) {
      client.send(asked("GET /secret HTTP/1.1", "Accept: */*"));
      assertThat(client.goAway()).isEqualTo(FrameClient.PROTOCOL_ERROR);
      assertThat(client.isClosed()).isTrue();
      assertThat(client.on(1).body()).doesNotContain("secret");
    }
  }

  /** As netty/netty#4971 and reactor/reactor-netty#1071 had it wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: Upgrade|Upgrade: h2c|HTTP2-Settings: " + SETTINGS,
        "Connection: HTTP2-Settings|Upgrade: h2c|HTTP2-Settings: " + SETTINGS,
        "Connection: Upgrade, HTTP2-Settings|Upgrade: h2c",
        "Connection: Upgrade, HTTP2-Settings|HTTP2-Settings: " + SETTINGS,
        "Connection: Upgrade, HTTP2-Settings|Upgrade: h2|HTTP2-Settings: " + SETTINGS,
        "Connection: Upgrade, HTTP2-Settings|Upgrade: websocket, h2c|HTTP2-Settings: " + SETTINGS
      })
  void whatDoesNotAskForItRightIsAnsweredAsEver(String fields) throws IOException {
    try (var client = server.connect()) {
      client.send(asked("GET /hi HTTP/1.1", fields));
      assertThat(client.answer().body()).isEqualTo("GET /hi");
      assertThat(client.get("/again").answer().body()).isEqualTo("GET /again");
    }
  }

  @Test
  void aRequestWithABodyIsAnsweredAsEver() throws IOException {
    try (var client = server.connect()) {
      var head = new String(asked("POST /body HTTP/1.1", USUAL + "|Content-Length: 3"), ISO_8859_1);
      client.send(head + "abc");
      assertThat(client.answer().body()).isEqualTo("3");
      var chunked = USUAL + "|Transfer-Encoding: chunked";
      client.send(
          new String(asked("POST /body HTTP/1.1", chunked), ISO_8859_1) + "2\r\nab\r\n0\r\n\r\n");
      assertThat(client.answer().body()).isEqualTo("2");
    }
  }

  @Test
  void http10IsAnsweredAsEver() throws IOException {
    try (var client = server.connect()) {
      client.send(asked("GET /hi HTTP/1.0", USUAL));
      assertThat(client.answer().body()).isEqualTo("GET /hi");
    }
  }

  /** As line/armeria#4224 has it for those that are said twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!!",
        "AAMAAABk+/",
        "AAMAAABkAA",
        "AAM",
        "AAIAAAAC",
        "AAT_____",
        "AAUAAAAB",
        SETTINGS + "|HTTP2-Settings: " + SETTINGS
      })
  void settingsThatAreNoneAreRefused(String settings) throws IOException {
    try (var client = server.connect()) {
      client.send(asked("GET /hi HTTP/1.1", USUAL.replace(SETTINGS, settings)));
      var answer = client.answer();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("HTTP2-Settings");
      assertThat(answer.head()).contains("Connection: close");
    }
  }

  /** As netty/netty#9115 met it. */
  @Test
  void aRequestThatIsRefusedIsNotUpgraded() throws IOException {
    try (var client = server.connect()) {
      client.send("GET /hi HTTP/1.1\r\n" + USUAL.replace("|", "\r\n") + "\r\n\r\n");
      assertThat(client.answer().status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void itIsPassedOverUnlessASettingSaysSo(boolean http2) throws IOException {
    var settings = ServerSettings.of("127.0.0.1", 0);
    var plain = http2 ? settings : settings.withH2cUpgrade().withoutHttp2();
    try (var off = RunningServer.of(this::handle, plain);
        var client = off.connect()) {
      client.send(asked("GET /hi HTTP/1.1", USUAL));
      assertThat(client.answer().body()).isEqualTo("GET /hi");
    }
  }

  /** RFC 7540, 3.2: h2c is HTTP/2 without TLS. */
  @Test
  void itIsPassedOverWithTls(@TempDir Path folder) throws IOException {
    var settings =
        ServerSettings.of("127.0.0.1", 0).withH2cUpgrade().withTls(TlsSettings.selfSigned(folder));
    try (var secure = RunningServer.of(this::handle, settings);
        var client = TlsSocket.to("localhost").connect(secure)) {
      client.send(asked("GET /hi HTTP/1.1", USUAL));
      assertThat(client.answer().body()).isEqualTo("GET /hi");
    }
  }

  @Test
  void aPrefaceThatDoesNotComeIsNotWaitedForWithoutEnd() throws IOException {
    try (var quick = server(Map.of("headersSecondsMax", 0.2));
        var client = FrameClient.silent(quick.server().port())) {
      client.send(asked("GET /hi HTTP/1.1", USUAL));
      assertThat(client.head()).startsWith("HTTP/1.1 101");
      assertThat(client.answer(1).body()).isEqualTo("GET /hi");
      assertThat(client.goAway()).isEqualTo(FrameClient.ENHANCE_YOUR_CALM);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void aStopWaitsForTheRequest() throws Exception {
    try (var client = upgraded("GET /wait HTTP/1.1", USUAL).begin()) {
      begun.await();
      var stopping =
          CompletableFuture.supplyAsync(() -> server.server().stop(Duration.ofSeconds(20)));
      client.await(() -> client.lastStream() == 1);
      let.countDown();
      assertThat(client.answer(1).body()).isEqualTo("waited");
      assertThat(client.isClosed()).isTrue();
      assertThat(stopping.get(60, TimeUnit.SECONDS)).isZero();
    }
  }
}
