package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** S2.proto.detect over TLS, as the client of the JDK speaks it, which nobody here wrote. */
@ExtendWith(NoLeaks.class)
final class Http2TlsTest {
  @TempDir private Path folder;
  private RunningServer server;
  private HttpClient client;

  @BeforeEach
  void start() {
    var settings = ServerSettings.of("127.0.0.1", 0).withTls(TlsSettings.selfSigned(folder));
    server = RunningServer.of(Http2TlsTest::handle, settings);
    client = HttpClient.newBuilder().sslContext(TlsSettings.trusting(folder)).build();
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  private static Response handle(Request request) {
    return switch (request.path()) {
      case "/echo" -> Response.bytes("a/b", request.body().collect(10_000_000));
      case "/both" -> {
        var body = request.body().stream(Long.MAX_VALUE);
        yield Response.of(200, "a/b", new Content.Stream(-1, body::transferTo));
      }
      default -> Response.text(request.method() + " " + request.path()).withStatus(201);
    };
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.server().port() + path));
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  @Test
  void clientAndServerAgreeOnHttp2() throws Exception {
    var answer = send(to("/hi").build());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("GET /hi");
    assertThat(server.server().connections()).isOne();
  }

  @Test
  void bodiesOfAnyLengthComeAndLeave() throws Exception {
    for (var path : new String[] {"/echo", "/both"}) {
      for (var length : new int[] {0, 1, 16_384, 16_385, 65_535, 65_536, 3_000_000}) {
        var body = new byte[length];
        for (var i = 0; i < length; i++) body[i] = (byte) (i * 31);
        var answer = send(to(path).POST(BodyPublishers.ofByteArray(body)).build());
        assertThat(answer.body()).isEqualTo(body);
      }
    }
    assertThat(server.server().connections()).isOne();
  }

  @Test
  void anAnswerMayComeBeforeItsBodyWasSent() throws Exception {
    var answer = send(to("/hi").PUT(BodyPublishers.ofByteArray(new byte[5_000_000])).build());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(send(to("/hi").build()).statusCode()).isEqualTo(201);
  }

  @Test
  void manyAtOnceShareAConnection() throws Exception {
    send(to("/hi").build());
    var all =
        IntStream.range(0, 100)
            .mapToObj(n -> client.sendAsync(to("/" + n).build(), BodyHandlers.ofString()))
            .toList();
    for (var n = 0; n < all.size(); n++) {
      assertThat(all.get(n).get(10, TimeUnit.SECONDS).body()).isEqualTo("GET /" + n);
    }
    assertThat(server.server().connections()).isOne();
  }

  @Test
  void whoOnlySpeaksHttp1IsServed() throws Exception {
    var answer = send(to("/hi").version(HttpClient.Version.HTTP_1_1).build());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }
}
