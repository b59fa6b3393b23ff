package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.res.post, L1, security.md A12, details.md 22: the line that a request is in the log. */
@ParameterizedClass
@EnumSource(Way.class)
class RequestLogTest {
  private final Way way;

  RequestLogTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .get("/ok", _ -> Response.text("four"))
        .get(
            "/bad",
            _ -> {
              throw new IllegalStateException();
            });
  }

  @Test
  void whereAllAreAskedForEachRequestIsALine() {
    try (var lines = new LogLines("dev.covet.requests");
        var client = way.client(app().set("LOG_REQUESTS", "all"))) {
      var id =
          client
              .request(Method.GET, "/ok?token=hunter2")
              .header("Authorization", "hunter2")
              .send()
              .header("X-Request-Id")
              .orElseThrow();

      var line = lines.of(id);
      assertThat(line).hasSize(1);
      assertThat(LogLines.values(line.getFirst()))
          .containsEntry("method", "GET")
          .containsEntry("path", "/ok")
          .containsEntry("status", "200")
          .containsEntry("bytes", "4")
          .containsKeys("micros", "connection")
          .hasEntrySatisfying(
              "peer", it -> assertThat(it).matches("(127.0.0.1|localhost)(:[1-9][0-9]*)?"));
      assertThat(line.getFirst().getFormattedMessage() + LogLines.values(line.getFirst()))
          .doesNotContain("hunter2");
    }
  }

  @Test
  void elsewhereOnlyThoseThatFailed() {
    try (var lines = new LogLines("dev.covet.requests");
        var client = way.client(app())) {
      assertThat(lines.of(client.get("/ok").header("X-Request-Id").orElseThrow())).isEmpty();
      assertThat(lines.of(client.get("/nowhere").header("X-Request-Id").orElseThrow())).isEmpty();
      assertThat(lines.of(client.get("/bad").header("X-Request-Id").orElseThrow())).hasSize(1);
    }
  }
}
