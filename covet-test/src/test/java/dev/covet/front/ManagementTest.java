package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see how an app is: those inside, and those with the token. */
class ManagementTest {
  private static final String PATH = "/covet/connections";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static App app() {
    return Covet.app().get("/", _ -> Response.text("here"));
  }

  private static Answer ask(App app, String... namesAndValues) {
    try (var client = TestClient.of(app).http1()) {
      var request = client.request(Method.GET, PATH);
      for (var i = 0; i < namesAndValues.length; i += 2) {
        request = request.header(namesAndValues[i], namesAndValues[i + 1]);
      }
      return request.send();
    }
  }

  private static String withoutIds(Answer answer) {
    return answer.text().replaceAll("\"(request_id|timestamp)\":\"[^\"]*\"", "");
  }

  /** Asked as if from an address, which a trusted proxy tells in its way; none is handed on. */
  private static Answer from(String address, App app) {
    var moved =
        app.use((request, next) ->
            next.handle(
                request.withPeer(
                    Peer.of(new InetSocketAddress(address, 4_000), request.connectionId()))));
    return ask(moved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.2.3.4", "172.16.0.1", "192.168.1.1", "::1", "fd00::1"})
  void whoIsInsideIsLetIn(String address) {
    assertThat(from(address, app()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "172.32.0.1", "2001:db8::1", "fe00::1", "100.64.0.1"})
  void forAllOthersNothingIsThere(String address) {
    var answer = from(address, app());
    assertThat(answer.status()).isEqualTo(404);
    try (var client = TestClient.of(app()).http1()) {
      var nowhere = client.get("/nowhere");
      assertThat(withoutIds(nowhere)).isEqualTo(withoutIds(answer));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via"
      })
  void aProxyAsksForSomebodyElse(String header) {
    assertThat(ask(app(), header, "10.0.0.1").status()).isEqualTo(404);
    var trusting = app().set("TRUSTED_PROXIES", "127.0.0.1");
    assertThat(ask(trusting, "X-Forwarded-For", "10.0.0.1").status()).isEqualTo(404);
  }

  @Test
  void theTokenIsGoodFromAnywhere() {
    var app = app().set("MANAGEMENT_TOKEN", TOKEN);
    for (var said : List.of("Bearer " + TOKEN, "bearer " + TOKEN)) {
      assertThat(ask(app, "X-Forwarded-For", "203.0.113.9", "Authorization", said).status())
          .isEqualTo(200);
    }
    for (var said :
        List.of("Bearer", "Bearer x", "Basic " + TOKEN, TOKEN, "Bearer " + TOKEN + "0")) {
      assertThat(ask(app, "X-Forwarded-For", "203.0.113.9", "Authorization", said).status())
          .isEqualTo(404);
    }
    assertThat(ask(app(), "Via", "1.1 a", "Authorization", "Bearer ").status()).isEqualTo(404);
  }

  @Test
  void aShortTokenStopsTheStart() {
    assertThatThrownBy(() -> ask(app().set("MANAGEMENT_TOKEN", "secret")))
        .hasMessageContaining("MANAGEMENT_TOKEN")
        .hasMessageContaining("must have at least 32 characters")
        .hasMessageNotContaining("secret\"");
  }
}
