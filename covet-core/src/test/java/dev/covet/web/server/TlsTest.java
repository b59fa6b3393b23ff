package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.limit.LimitSource;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.tls.Handshakes;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.tls, S3.sec.tls; security.md X1, H11 and the clock of handshakes in H5. */
@ExtendWith(NoLeaks.class)
final class TlsTest {
  private static final Handler SCHEME = request -> Response.text(request.scheme());
  private static final String CLOSING = "GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

  @TempDir Path folder;

  private RunningServer server(Handler handler, Map<String, Double> limits) {
    return RunningServer.of(
        handler,
        ServerSettings.of("127.0.0.1", 0)
            .withLimits(LimitSource.with(limits, ServerLimits::from))
            .withTls(TlsSettings.of(TestKey.ONE.in(folder))));
  }

  private RunningServer server(Handler handler) {
    return server(handler, Map.of());
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + 15_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 15 s").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static double failed(RunningServer server) {
    return server.server().metrics().value("tls_handshakes_failed_total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void requestsAreAnsweredOneAfterTheOtherByHttps(String version) throws Exception {
    try (var server = server(SCHEME);
        var client = TlsSocket.to("one.example").by(version).connect(server)) {
      assertThat(client.get("/a").answer().body()).isEqualTo("https");
      client.get("/b").get("/c");
      assertThat(client.answer().body()).isEqualTo("https");
      assertThat(client.answer().body()).isEqualTo("https");
      var session = ((SSLSocket) client.socket()).getSession();
      assertThat(session.getProtocol()).isEqualTo(version);
      assertThat(((SSLSocket) client.socket()).getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aLongAnswerArrivesWholeAndTheEndIsTold(String version) throws Exception {
    var megabytes = new byte[3_000_000];
    Arrays.fill(megabytes, (byte) 'x');
    try (var server = server(_ -> Response.of(200, "text/plain", new Content.Bytes(megabytes)));
        var client = TlsSocket.to("").by(version).connect(server)) {
      client.send(CLOSING);
      assertThat(client.answer().body()).hasSize(megabytes.length);
      assertThat(client.socket().getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aLongBodyArrivesWhole() throws Exception {
    Handler counting = request -> Response.text("" + request.body().collect(900_000).length);
    try (var server = server(counting);
        var client = TlsSocket.to("").connect(server)) {
      client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 800000\r\n\r\n");
      client.send("x".repeat(800_000));
      assertThat(client.answer().body()).isEqualTo("800000");
    }
  }

  /** The end of TLS would say that all of it has come. */
  @Test
  void anAnswerThatBreaksOffDoesNotLookWhole() throws Exception {
    Content.Writer breaking =
        out -> {
          out.write("half".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          throw new IOException("broken");
        };
    Handler handler = _ -> Response.of(200, "text/plain", new Content.Stream(-1, breaking));
    try (var server = server(handler);
        var client = TlsSocket.to("").connect(server)) {
      client.send("GET /a HTTP/1.0\r\n\r\n");
      assertThatThrownBy(() -> client.socket().getInputStream().readAllBytes())
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"
      })
  void suitesWithoutForwardSecrecyOrAeadAreRefused(String suite) throws Exception {
    try (var server = server(SCHEME)) {
      var client = TlsSocket.to("").by("TLSv1.2").with(suite);
      assertThatThrownBy(() -> client.connect(server)).isInstanceOf(SSLException.class);
      await(() -> failed(server) == 1);
    }
  }

  @Test
  void nobodyBeginsAnewOnAConnection() throws Exception {
    try (var server = server(SCHEME);
        var socket = TlsSocket.to("").by("TLSv1.2").socket(server.server().port());
        var client = new RawClient(socket)) {
      assertThat(client.get("/a").answer().status()).isEqualTo(200);
      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                client.get("/b").answer();
              })
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n", "PRI * HTTP/2.0\r\n\r\n"})
  void plainTextIsToldToUseTlsAndClosed(String text) throws Exception {
    try (var server = server(SCHEME);
        var client = server.connect()) {
      var answer = client.send(text).answer();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("https");
      assertThat(answer.closes()).isTrue();
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void tlsOnAPlainPortIsRefused() throws Exception {
    try (var server = RunningServer.of(SCHEME);
        var client = server.connect()) {
      var hello = new byte[] {22, 3, 1, 0, 5, 1, 0, 0, 1, 3};
      assertThat(client.send(hello).answer().status()).isEqualTo(400);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aHandshakeThatDoesNotEndIsClosed(int bytes) throws Exception {
    try (var server = server(SCHEME, Map.of("tlsHandshakeSecondsMax", 0.2));
        var client = server.connect()) {
      client.send(Arrays.copyOf(new byte[] {22, 3, 1}, bytes));
      assertThat(client.isClosed()).isTrue();
      await(() -> server.server().connections() == 0);
      var hits = server.server().metrics();
      assertThat(hits.value("limit_hits_total", "limit", "TLS_HANDSHAKE_SECONDS_MAX")).isEqualTo(1);
    }
  }

  /** Once a handshake is done, its clock runs no more. */
  @Test
  void aConnectionThatIsEncryptedStaysOpen() throws Exception {
    try (var server = server(SCHEME, Map.of("tlsHandshakeSecondsMax", 2.0));
        var client = TlsSocket.to("").connect(server)) {
      LockSupport.parkNanos(2_600_000_000L);
      assertThat(client.get("/a").answer().status()).isEqualTo(200);
    }
  }

  @Test
  void aHandshakeThatFailsIsCountedAndNoFaultOfOurs() throws Exception {
    try (var log = new LogLines("dev.covet");
        var netty = new LogLines("io.netty.channel.DefaultChannelPipeline");
        var server = server(SCHEME)) {
      for (var garbage : new byte[][] {{22, 3, 1, 0, 2, 9, 9}, {22, 9, 9, 9, 9, 9, 9}}) {
        try (var client = server.connect()) {
          client.send(garbage);
          client.socket().getInputStream().readAllBytes();
        } catch (IOException _) {
          // it may be reset
        }
      }
      await(() -> failed(server) == 2 && server.server().connections() == 0);
      assertThat(log.with("handshake")).isEmpty();
      assertThat(netty.with("")).isEmpty();
      try (var client = TlsSocket.to("").connect(server)) {
        assertThat(client.get("/a").answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void handshakesCountAsConnections() throws Exception {
    try (var server = server(SCHEME);
        var client = server.connect()) {
      client.send(new byte[] {22, 3});
      await(() -> server.server().connections() == 1);
      client.socket().shutdownOutput();
      await(() -> server.server().connections() == 0);
    }
  }

  @Test
  void aClientThatEndsTlsAloneIsLetGo() throws Exception {
    try (var server = server(SCHEME);
        var plain = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      var socket = TlsSocket.to("").by("TLSv1.3").over(plain);
      socket.shutdownOutput(); // TLS alone: its TCP stays open
      await(() -> server.server().connections() == 0);
    }
  }

  /** As without TLS: a reset would take the answer from a client that still sends. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aClientThatStillSendsGetsItsRefusal(String version) throws Exception {
    try (var server = server(SCHEME);
        var client = TlsSocket.to("").by(version).connect(server)) {
      client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 6\r\n\r\n");
      LockSupport.parkNanos(100_000_000);
      for (var i = 0; i < 10; i++) {
        try {
          client.send("x".repeat(3_000));
        } catch (IOException _) {
          break; // by TLS 1.2 the end of the server is that of the client, too
        }
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(client.answer().status()).isEqualTo(400);
      assertThat(client.socket().getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aSlowReaderIsResetAlsoByTls() throws Exception {
    Content.Writer endless =
        out -> {
          var block = new byte[5_000];
          while (true) out.write(block);
        };
    Handler handler = _ -> Response.of(200, "text/plain", new Content.Stream(-1, endless));
    try (var server = server(handler, Map.of("writeStallSecondsMax", 0.3));
        var client = TlsSocket.to("").connect(server)) {
      client.get("/a");
      await(() -> server.server().connections() == 0);
      assertThat(
              server
                  .server()
                  .metrics()
                  .value("limit_hits_total", "limit", "WRITE_STALL_SECONDS_MAX"))
          .isOne();
    }
  }

  @Test
  void aStopLetsRequestsEndAndNobodyElseWaits() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Handler waiting =
        _ -> {
          begun.countDown();
          await(() -> goOn.getCount() == 0);
          return Response.text("done");
        };
    try (var server = server(waiting);
        var half = server.connect();
        var idle = TlsSocket.to("").connect(server);
        var busy = TlsSocket.to("").connect(server)) {
      half.send(new byte[] {22, 3});
      busy.get("/a");
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      var stopped =
          CompletableFuture.supplyAsync(() -> server.server().stop(Duration.ofSeconds(5)));
      assertThat(half.isClosed()).isTrue();
      assertThat(idle.socket().getInputStream().read()).isEqualTo(-1);
      goOn.countDown();
      assertThat(busy.answer().body()).isEqualTo("done");
      assertThat(busy.socket().getInputStream().read()).isEqualTo(-1);
      assertThat(stopped.get(30, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void aPrivateKeyIsInNoLog() throws Exception {
    try (var log = new LogLines(Handshakes.class.getPackageName());
        var server = server(SCHEME);
        var client = TlsSocket.to("").connect(server)) {
      assertThat(client.get("/a").answer().status()).isEqualTo(200);
      assertThat(log.with("PRIVATE")).isEmpty();
    }
  }
}
