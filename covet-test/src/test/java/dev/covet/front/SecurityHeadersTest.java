package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Html;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.SecurityHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** security.md C9: what browsers are told not to do. */
@ParameterizedClass
@EnumSource(Way.class)
class SecurityHeadersTest {
  private static final String POLICY = "Content-Security-Policy";

  private final Way way;

  SecurityHeadersTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .set("TRUSTED_PROXIES", "127.0.0.1")
        .use(SecurityHeaders.standard())
        .get("/data", _ -> Response.text("data"))
        .get("/page", _ -> Response.html(Html.of("<p>page")))
        .get(
            "/own",
            _ ->
                Response.html(Html.of("<p>own"))
                    .withHeader(POLICY, "frame-ancestors *")
                    .withHeader("X-Frame-Options", "SAMEORIGIN"));
  }

  @Test
  void nullInAPageIsNothing() {
    @Nullable String note = null;
    assertThat(Html.of("<td>{}</td>{}", note, List.of(Html.raw("<i>"), Html.raw("<b>"))).text())
        .isEqualTo("<td></td><i><b>");
  }

  @Test
  void everyAnswerHasThemAlsoAnError() {
    try (var client = way.client(app())) {
      for (var path : new String[] {"/data", "/nowhere"}) {
        var answer = client.get(path);
        assertThat(answer.header(POLICY)).contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      }
      assertThat(client.get("/page").header(POLICY).orElse("")).startsWith("default-src 'self'; ");
    }
  }

  @Test
  void whatAHandlerSaysStays() {
    try (var client = way.client(app())) {
      assertThat(client.get("/own").header(POLICY)).contains("frame-ancestors *");
      assertThat(client.get("/own").header("X-Frame-Options")).contains("SAMEORIGIN");
      assertThat(client.get("/docs").header(POLICY).orElse("")).contains("script-src 'self'");
      assertThat(client.get("/redoc").header(POLICY).orElse("")).contains("worker-src blob:");
    }
    var app =
        Covet.app()
            .use(SecurityHeaders.standard().pagePolicy("default-src 'self' https://cdn.example"))
            .get("/page", _ -> Response.html(Html.of("<p>page")));
    try (var client = way.client(app)) {
      assertThat(client.get("/page").header(POLICY).orElse("")).endsWith("https://cdn.example");
    }
  }

  @Test
  void onlyWhoCameByHttpsIsToldToStayThere() {
    try (var client = TestClient.of(app().set("HSTS_SECONDS", "60")).http1()) {
      assertThat(client.get("/data").header("Strict-Transport-Security")).isEmpty();
      var secure = client.request(Method.GET, "/data").header("X-Forwarded-Proto", "https").send();
      assertThat(secure.header("Strict-Transport-Security")).contains("max-age=60");
    }
  }
}
