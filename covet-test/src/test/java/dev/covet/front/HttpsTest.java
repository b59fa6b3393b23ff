package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.HttpsRedirect;
import dev.covet.web.middleware.SecurityHeaders;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S3.sec.tls: an app whose own server speaks TLS knows it. */
class HttpsTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(
          Covet.app()
              .use(SecurityHeaders.standard(), HttpsRedirect.standard())
              .get("/scheme", it -> Response.text(it.scheme())));

  @Test
  void requestsKnowTheirScheme() {
    assertThat(client.https().get("/scheme").text()).isEqualTo("https");
    assertThat(client.http1().get("/scheme").text()).isEqualTo("http");
    assertThat(client.https2().get("/scheme").text()).isEqualTo("https");
    assertThat(client.http2().get("/scheme").text()).isEqualTo("http");
  }

  @Test
  void browsersAreToldToStayWithHttpsWhereItWasSpoken() {
    assertThat(client.https().get("/scheme").header("Strict-Transport-Security")).isPresent();
    assertThat(client.http1().get("/scheme").header("Strict-Transport-Security")).isEmpty();
    assertThat(client.https2().get("/scheme").header("Strict-Transport-Security")).isPresent();
  }

  @Test
  void nobodyIsSentToHttpsWhoIsThere() {
    assertThat(client.https().get("/scheme").status()).isEqualTo(200);
  }

  @Test
  void aWholeTargetHasTheSchemeOfTheConnection() {
    var answer = client.https().request(Method.GET, "https://localhost/scheme").send();
    assertThat(answer.text()).isEqualTo("https");
    assertThat(client.https().request(Method.GET, "http://localhost/scheme").send().status())
        .isEqualTo(400);
  }

  @Test
  void errorsLookAsOverHttp() {
    assertThat(client.https().get("/nowhere").status()).isEqualTo(404);
    assertThat(client.https().get("/nowhere").text()).contains("\"code\":\"NOT_FOUND\"");
    assertThat(client.https2().get("/nowhere").text()).contains("\"code\":\"NOT_FOUND\"");
  }
}
