package dev.covet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import dev.covet.api.UpstreamError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security.md O1: redirects are counted, and credentials stay on their origin. */
class RedirectsTest {
  @AutoClose private final Http http = Http.standard();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private void note(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var fields = exchange.getRequestHeaders();
    seen.add(
        "%s %s key=%s cookie=%s own=%s body=%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                fields.getFirst("Authorization"),
                fields.getFirst("Cookie"),
                fields.getFirst("X-API-Key"),
                body));
  }

  private Answering leading(int status, String location) {
    return new Answering(exchange -> {
      note(exchange);
      if (exchange.getRequestURI().getPath().equals("/end")) {
        Answering.send(exchange, 200, "{}");
      } else {
        exchange.getResponseHeaders().set("Location", location);
        Answering.send(exchange, status, "");
      }
    });
  }

  @Test
  void aLoopEnds() {
    try (var service = leading(302, "/again")) {
      assertThatThrownBy(() -> http.get(service.url() + "/start").send())
          .asInstanceOf(type(UpstreamError.class))
          .satisfies(error -> assertThat(error.code()).isEqualTo("REDIRECTS_MAX"));
      assertThat(seen).hasSize(4);
    }
  }

  @Test
  void credentialsStayOnTheirOrigin() {
    try (var other = leading(200, "");
        var service = leading(302, other.url() + "/end")) {
      var answer =
          http.get(service.url() + "/start")
              .header("Authorization", "Bearer k")
              .header("Cookie", "s=1")
              .header("X-API-Key", "k")
              .send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(seen)
          .containsExactly(
              "GET /start key=Bearer k cookie=s=1 own=k body=",
              "GET /end key=null cookie=null own=null body=");
    }
  }

  @Test
  void onTheirOriginCredentialsGoAlong() {
    try (var service = leading(302, "/end")) {
      http.get(service.url() + "/start").header("Authorization", "Bearer k").send();
      assertThat(seen.getLast()).startsWith("GET /end key=Bearer k");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET /end, ''",
    "302, POST, GET /end, ''",
    "303, PUT, GET /end, ''",
    "307, POST, POST /end, {}",
    "308, PUT, PUT /end, {}"
  })
  void theMethodIsAsTheStatusSays(int status, String method, String next, String body) {
    try (var service = leading(status, "/end")) {
      http.request(dev.covet.web.http.Method.valueOf(method), service.url() + "/start")
          .body("application/json", "{}".getBytes(StandardCharsets.UTF_8))
          .send();
      assertThat(seen.getLast()).startsWith(next).endsWith("body=" + body);
    }
  }

  @Test
  void aChangeIsNotSentToAnotherSite() {
    try (var other = leading(200, "");
        var service = leading(307, other.url() + "/end")) {
      assertThatThrownBy(() -> http.post(service.url() + "/start").send())
          .isInstanceOf(UpstreamError.class);
      assertThat(seen).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"file:///etc/passwd", "ftp://x/", "http://u:p@x/", "http://", "http://x y/"})
  void whatIsNoAddressOfHttpIsNotFollowed(String location) {
    try (var service = leading(302, location)) {
      assertThatThrownBy(() -> http.get(service.url() + "/start").send())
          .isInstanceOf(UpstreamError.class);
    }
  }
}
