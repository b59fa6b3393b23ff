package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.res.headers, S2.res.json, S2.h.request, H9: what stands around a body. */
@ParameterizedClass
@EnumSource(Way.class)
class HeadersTest {
  private final Way way;

  HeadersTest(Way way) {
    this.way = way;
  }

  private static Response json(Request request) {
    return Response.json(200, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static App app() {
    return Covet.app()
        .get("/json", HeadersTest::json)
        .get("/kept", request -> json(request).withHeader("Cache-Control", "max-age=60"))
        .get("/empty", _ -> Response.empty(204))
        .get("/same", _ -> Response.empty(304))
        .get("/stream", _ -> Response.of(200, "text/plain", new Content.Stream(-1, _ -> {})))
        .get(
            "/throws",
            _ -> {
              throw new IllegalStateException();
            });
  }

  private static void hasTheFive(Answer answer) {
    for (var name : List.of("Content-Type", "Content-Length", "X-Request-Id", "Date")) {
      assertThat(answer.header(name)).as(name).isPresent();
    }
    assertThat(answer.header("Cache-Control")).isPresent();
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void everyJsonAnswerHasTheFiveHeaders() {
    try (var client = way.client(app())) {
      for (var path : List.of("/json", "/throws", "/nowhere")) hasTheFive(client.get(path));

      assertThat(client.get("/json").header("Cache-Control")).contains("max-age=0");
      assertThat(client.get("/json").header("Content-Length")).contains("2");
      assertThat(client.get("/throws").header("Cache-Control")).contains("no-store");
      assertThat(client.get("/nowhere").header("Cache-Control")).contains("no-store");
      assertThat(client.get("/kept").header("Cache-Control")).contains("max-age=60");
    }
  }

  @Test
  void anAnswerToCredentialsIsPrivate() {
    try (var client = way.client(app())) {
      for (var name : List.of("Authorization", "Cookie")) {
        var answer = client.request(Method.GET, "/json").header(name, "a=b").send();
        assertThat(answer.header("Cache-Control")).contains("private, max-age=0");
      }
    }
  }

  @Test
  void anAnswerWithoutBodyHasNeitherTypeNorLength() {
    try (var client = way.client(app())) {
      for (var path : List.of("/empty", "/same")) {
        var answer = client.get(path);
        assertThat(answer.header("Content-Type")).as(path).isEmpty();
        assertThat(answer.header("Content-Length")).as(path).isEmpty();
        assertThat(answer.bytes()).isEmpty();
      }
      assertThat(client.get("/stream").header("Content-Length")).isEmpty();
    }
  }

  /** H9. */
  @Test
  void aHeaderThatCouldSplitTheAnswerIsA500AndNoneOfItIsSent() {
    Map<String, UnaryOperator<Response>> evil =
        Map.of(
            "CR LF", response -> response.withHeader("X-A", "a\r\nX-Evil: 1"),
            "NUL", response -> response.plusHeader("X-A", "a\u0000"),
            "name", response -> response.withHeader("X-A: b\r\nX-Evil", "1"),
            "framing", response -> response.withHeader("Content-Length", "0"),
            "chunks", response -> response.withHeader("transfer-encoding", "chunked"),
            "connection", response -> response.withHeader("Connection", "close"));
    evil.forEach((what, header) -> {
      var app = Covet.app().get("/evil", request -> header.apply(json(request)));
      try (var client = way.client(app)) {
        var answer = client.get("/evil");
        assertThat(answer.status()).as(what).isEqualTo(500);
        assertThat(answer.header("X-Evil")).as(what).isEmpty();
        assertThat(answer.header("X-A")).as(what).isEmpty();
        assertThat(answer.text()).as(what).doesNotContain("Evil");
      }
    });
  }

  @Test
  void aHandlerSeesTheRequestAsItCame() {
    var app =
        Covet.app()
            .post(
                "/see/{id}",
                request ->
                    Response.text(
                        String.join(
                            "\n",
                            request.method().name(),
                            request.path(),
                            request.query(),
                            String.join("+", request.headers().all("x-many")),
                            "" + request.pathValues().get("id"),
                            new String(request.bytes(), StandardCharsets.UTF_8),
                            "" + request.peer().getAddress().isLoopbackAddress())));
    try (var client = way.client(app)) {
      var answer =
          client
              .request(Method.POST, "/see/a%20b?c=%20d")
              .header("X-Many", "1")
              .header("x-many", "2")
              .body("text/plain", "body".getBytes(StandardCharsets.UTF_8))
              .send();

      assertThat(answer.text().lines())
          .containsExactly("POST", "/see/a%20b", "c=%20d", "1+2", "a b", "body", "true");
    }
  }
}
