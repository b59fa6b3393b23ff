package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.BodyMax;
import dev.covet.api.Mode;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.test.TestClient;
import dev.covet.web.http.Middleware;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** B1: what a route says of its bodies goes before what the app says, whatever it is. */
class OwnBodyMaxTest {
  @Routes
  static final class Uploads {
    @Post("/own")
    @BodyMax(1_048_576)
    String own(byte[] body) {
      return "" + body.length;
    }

    @Post("/stream")
    @BodyMax(10)
    String stream(InputStream body) throws IOException {
      return "" + body.readAllBytes().length;
    }

    @Post("/usual")
    String usual(byte[] body) {
      return "" + body.length;
    }
  }

  @Test
  void theLimitOfARouteMayBeTheUsualOne() {
    var app = Covet.app().set("BODY_BYTES_MAX", "10").add(Uploads.class);
    try (var client = TestClient.of(app)) {
      assertThat(client.post("/own", "x".repeat(11)).text()).isEqualTo("11");
      assertThat(client.post("/usual", "x".repeat(11)).status()).isEqualTo(413);
    }
  }

  @Test
  void aStreamIsNoLongerThanItsRouteTakes() {
    try (var client = TestClient.of(Covet.app().add(Uploads.class))) {
      assertThat(client.post("/stream", "x".repeat(10)).text()).isEqualTo("10");
      assertThat(client.post("/stream", "x".repeat(11)).status()).isEqualTo(413);
      assertThat(client.http1().post("/stream", "x".repeat(11)).status()).isEqualTo(413);
    }
  }

  /** As a signature or a fingerprint is checked. */
  @Test
  void aStreamIsThereAlsoWhereMiddlewareHasReadTheBytes() {
    Middleware reading =
        (request, next) -> {
          var length = "" + request.bytes().length;
          return next.handle(request).withHeader("X-Length", length);
        };
    try (var client = TestClient.of(Covet.app().use(reading).add(Uploads.class))) {
      assertThat(client.post("/stream", "x".repeat(10)).text()).isEqualTo("10");
      assertThat(client.http1().post("/stream", "x".repeat(10)).text()).isEqualTo("10");
      assertThat(client.post("/stream", "x".repeat(11)).status()).isEqualTo(413);
    }
  }

  @Test
  void aStreamOfUnknownLengthEndsWhereItIsTooLong() throws Exception {
    try (var app = Covet.app().add(Uploads.class).start(StartOptions.of(Mode.TEST));
        var server = Server.start(app, ServerSettings.of("127.0.0.1", 0), app.loops());
        var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + "/stream");
      assertThat(client.send(chunked(uri, 10), BodyHandlers.ofString()).body()).isEqualTo("10");
      assertThat(client.send(chunked(uri, 11), BodyHandlers.discarding()).statusCode())
          .isEqualTo(413);
      server.stop(Duration.ofSeconds(20));
    }
  }

  private static HttpRequest chunked(URI uri, int length) {
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).POST(body).build();
  }
}
