package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** H9: no body where there must be none, whoever gave it one. */
@ParameterizedClass
@EnumSource(Way.class)
class NoBodyTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
  private static final List<String> BODIES = List.of("bytes", "stream", "known", "none");

  private final Way way;

  NoBodyTest(Way way) {
    this.way = way;
  }

  private static Response answer(Request request) {
    var status = Integer.parseInt(value(request, "status"));
    return Response.of(status, "text/plain", content(value(request, "body")));
  }

  private static String value(Request request, String name) {
    return Objects.requireNonNull(request.pathValues().get(name));
  }

  private static Content content(String body) {
    return switch (body) {
      case "bytes" -> new Content.Bytes(HELLO);
      case "stream" -> new Content.Stream(-1, out -> out.write(HELLO));
      case "known" -> new Content.Stream(HELLO.length, out -> out.write(HELLO));
      default -> Response.empty(200).content();
    };
  }

  private static void hasNoBody(TestClient client, Answer answer, String length) {
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("Content-Length").orElse("")).isEqualTo(length);
    assertThat(answer.header("Transfer-Encoding")).isEmpty();
    assertThat(client.get("/200/bytes").text()).as("what comes next").isEqualTo("hello");
  }

  /** RFC 9110, 15.3.5, 15.3.6 and 15.4.5; 8.6 for the length. */
  @Test
  void anAnswerThatMustHaveNoBodyHasNoneAndTheNextOneIsWhole() {
    try (var client = way.client(Covet.app().get("/{status}/{body}", NoBodyTest::answer))) {
      for (var body : BODIES) {
        hasNoBody(client, client.get("/204/" + body), "");
        hasNoBody(client, client.get("/205/" + body), "0");
        hasNoBody(client, client.get("/304/" + body), "");
      }
    }
  }

  @Test
  void middlewareThatChangesTheStatusTakesTheBodyAway() {
    var app =
        Covet.app()
            .use((request, next) -> {
              var response = next.handle(request);
              return request
                  .header("X-Status")
                  .map(status -> response.withStatus(Integer.parseInt(status)))
                  .orElse(response);
            })
            .get("/{status}/{body}", NoBodyTest::answer);
    try (var client = way.client(app)) {
      for (var body : BODIES) {
        for (var status : List.of("204", "205", "304")) {
          var answer = client.request(Method.GET, "/200/" + body).header("X-Status", status).send();
          assertThat(answer.status()).hasToString(status);
          hasNoBody(client, answer, status.equals("205") ? "0" : "");
        }
      }
    }
  }

  /** RFC 9110, 9.3.2. */
  @Test
  void headHasTheLengthThatGetHasIfItIsKnown() {
    try (var client = way.client(Covet.app().get("/{status}/{body}", NoBodyTest::answer))) {
      hasNoBody(client, client.request(Method.HEAD, "/200/bytes").send(), "5");
      hasNoBody(client, client.request(Method.HEAD, "/200/known").send(), "5");
      hasNoBody(client, client.request(Method.HEAD, "/200/stream").send(), "");
      hasNoBody(client, client.request(Method.HEAD, "/200/none").send(), "0");
      hasNoBody(client, client.request(Method.HEAD, "/204/bytes").send(), "");
    }
  }

  @Test
  void aStreamThatIsNotSentIsClosed() throws InterruptedException {
    for (var status : List.of(204, 205, 304)) {
      var closed = new CountDownLatch(1);
      var stream =
          new ByteArrayInputStream(HELLO) {
            @Override
            public void close() {
              closed.countDown();
            }
          };
      var app = Covet.app().get("/", _ -> Bodies.stream(status, "text/plain", stream));
      try (var client = way.client(app)) {
        assertThat(client.get("/").bytes()).isEmpty();
        assertThat(closed.await(10, TimeUnit.SECONDS)).as("closed under " + status).isTrue();
      }
    }
  }
}
