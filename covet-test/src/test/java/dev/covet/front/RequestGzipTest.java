package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Security.md B2: bodies that come by gzip, if the operator wants them, and bombs among them. */
@ParameterizedClass
@EnumSource(Way.class)
class RequestGzipTest {
  private final Way way;

  RequestGzipTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .post("/bytes", request -> Response.text("" + request.bytes().length))
        .post("/form", request -> Response.text("" + request.form().first("a")))
        .post(
            "/stream",
            request -> {
              try (var in = request.stream()) {
                return Response.text("" + in.readAllBytes().length);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static App on() {
    return app().set("REQUEST_GZIP", "on");
  }

  private static Answer post(TestClient client, String path, String coding, byte[] body) {
    return client
        .request(Method.POST, path)
        .header("Content-Encoding", coding)
        .body("application/x-www-form-urlencoded", body)
        .send();
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(2).nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void withoutTheSettingItIsNoForm() {
    try (var client = way.client(app())) {
      assertThat(post(client, "/form", "gzip", Gzip.compressed(text("a=b"))).status())
          .isEqualTo(415);
    }
  }

  /** The JDK calls itself for each of them, which goes well or not. */
  @Test
  void veryManyPartsWithoutContentAreNoFaultOfOurs() {
    var parts = new ByteArrayOutputStream();
    for (var i = 0; i < 40_000; i++) parts.writeBytes(Gzip.compressed(new byte[0]));
    try (var client = way.client(on())) {
      for (var path : List.of("/bytes", "/stream")) {
        assertThat(post(client, path, "gzip", parts.toByteArray()).status())
            .as(path)
            .isIn(200, 400);
      }
    }
  }

  @Test
  void whatCameByGzipIsReadAsItWas() {
    try (var client = way.client(on())) {
      for (var coding : List.of("gzip", "GZIP", "x-gzip")) {
        assertThat(post(client, "/form", coding, Gzip.compressed(text("a=b"))).text())
            .isEqualTo("b");
      }
      for (var path : List.of("/bytes", "/stream")) {
        for (var length : List.of(0, 1, 65_536, 65_537, 1_000_000)) {
          assertThat(post(client, path, "gzip", Gzip.compressed(noise(length))).text())
              .isEqualTo("" + length);
        }
        assertThat(post(client, path, "gzip", new byte[0]).status()).as(path).isIn(200, 400);
        assertThat(post(client, path, "identity", text("a=b")).text()).isEqualTo("3");
      }
    }
  }

  @Test
  void otherCodingsAndTwoOfThemAreNotRead() {
    try (var client = way.client(on())) {
      var twice = Gzip.compressed(Gzip.compressed(text("a=b")));
      for (var coding : List.of("br", "deflate", "gzip, gzip", "gzip;q=1", "zstd")) {
        assertThat(post(client, "/form", coding, twice).status()).as(coding).isEqualTo(415);
      }
    }
  }

  @Test
  void theLimitOfABodyIsThatOfTheInflatedBytes() {
    try (var client = way.client(on().set("INFLATE_RATIO_MAX", "100000"))) {
      var bomb = Gzip.compressed(new byte[2_000_000]);
      var answer = post(client, "/bytes", "gzip", bomb);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.errorCode()).contains("BODY_BYTES_MAX");
      assertThat(post(client, "/stream", "gzip", bomb).text()).isEqualTo("2000000"); // has no limit
    }
  }

  @Test
  void aBombIsRefusedByItsRatioAndCounted() {
    try (var client = way.client(on())) {
      var small = post(client, "/bytes", "gzip", Gzip.compressed(new byte[65_536]));
      assertThat(small.text()).isEqualTo("65536");
      var bomb = Gzip.compressed(new byte[1_000_000]);
      for (var path : List.of("/bytes", "/stream")) {
        var answer = post(client, path, "gzip", bomb);
        assertThat(answer.status()).as(path).isEqualTo(413);
        assertThat(answer.errorCode()).contains("INFLATE_RATIO_MAX");
      }
      assertThat(client.metrics().value("limit_hits_total", "limit", "INFLATE_RATIO_MAX"))
          .isEqualTo(2);
      assertThat(client.post("/bytes", "{}").text()).isEqualTo("2");
    }
  }

  @Test
  void whatIsBrokenOrCutOffIsABadRequest() {
    var whole = Gzip.compressed(noise(1_000));
    try (var client = way.client(on())) {
      for (var path : List.of("/bytes", "/stream")) {
        assertThat(post(client, path, "gzip", text("no gzip")).status()).isEqualTo(400);
        for (var length : List.of(1, 5, 10, 500, whole.length - 1)) {
          var cut = Arrays.copyOf(whole, length);
          assertThat(post(client, path, "gzip", cut).status()).as("" + length).isEqualTo(400);
        }
        for (var at : List.of(0, 2, 3, whole.length - 3, whole.length - 7)) {
          var broken = whole.clone();
          broken[at] = (byte) (broken[at] ^ 0x55);
          assertThat(post(client, path, "gzip", broken).status()).as("" + at).isEqualTo(400);
        }
      }
    }
  }

  @Test
  void severalPartsInARowAreOneBody() throws IOException {
    var both = new ByteArrayOutputStream();
    both.write(Gzip.compressed(text("a=")));
    both.write(Gzip.compressed(text("both")));
    try (var client = way.client(on())) {
      assertThat(post(client, "/form", "gzip", both.toByteArray()).text()).isEqualTo("both");
    }
  }
}
