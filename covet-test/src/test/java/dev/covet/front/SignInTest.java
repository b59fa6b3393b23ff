package dev.covet.front;

import static castle.GuestTable.GUEST;
import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import castle.Gatehouse;
import castle.Visitor;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.security.Jwt;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.message.SocketClosed;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lodge.Keepsakes;
import lodge.Me;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Signing in by password and token, over real sockets too: S3.sec.hash, S3.sec.jwt, S3.sec.login,
 * S3.sec.strength, S3.sec.bearer, S1.ep.login, S1.ep.login.in, S1.ep.refresh, S1.di.token; D29,
 * D46; security.md A1, A4, A5, A7.
 */
@ParameterizedClass
@EnumSource(Way.class)
class SignInTest {
  private static final String ANN =
      "{\"email\":\"ann@castle.example\",\"password\":\"correct horse battery\"}";

  private static final Pattern PAIR =
      Pattern.compile(
          "\\{\"access_token\":\"([^\"]+)\",\"refresh_token\":\"([^\"]+)\",\"token_type\":\"bearer\"}");

  private final Way way;

  SignInTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .set("BCRYPT_COST", "4")
        .install(Database.memory().tables(GUEST))
        .install(Jwt.of(Visitor.class).login("/gate/login"))
        .add(Gatehouse.class);
  }

  private TestClient client() {
    return client(way);
  }

  private static TestClient client(Way way) {
    var client = way.client(app()).allowRepeats();
    assertThat(client.post("/gate/guests", ANN).status()).isEqualTo(201);
    return client;
  }

  /** The access token and the refresh token of an answer. */
  private static List<String> pair(Answer answer) {
    var found = PAIR.matcher(answer.text());
    assertThat(found.matches()).as(answer.text()).isTrue();
    return List.of(found.group(1), found.group(2));
  }

  private static Answer me(TestClient client, String authorization) {
    return client.header("Authorization", authorization).get("/gate/me");
  }

  private static Answer refresh(TestClient client, String token) {
    return client.post("/gate/refresh", "{\"refreshToken\":\"" + token + "\"}");
  }

  @Test
  void aGuestSignsInByJsonOrByForm() {
    try (var client = client()) {
      var json = client.post("/gate/login", ANN);
      var form =
          client
              .request(Method.POST, "/gate/login")
              .body(
                  "application/x-www-form-urlencoded",
                  "grant_type=password&username=ann%40castle.example&password=correct+horse+battery"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .send();

      for (var answer : List.of(json, form)) {
        assertThat(answer.headers().first("Content-Type")).isEqualTo("application/json");
        assertThat(answer.headers().first("Cache-Control")).isEqualTo("no-store");
        var access = pair(answer).getFirst();
        assertThat(me(client, "bEaReR " + access).text())
            .isEqualTo("{\"id\":1,\"name\":\"ann@castle.example\",\"scopes\":[]}");
      }
    }
  }

  @Test
  void whoIsNotSignedInIsToldSo() {
    try (var client = client()) {
      var access = pair(client.post("/gate/login", ANN)).getFirst();

      assertThat(client.get("/gate/me").status()).isEqualTo(401);
      assertThat(client.get("/gate/me").headers().all("WWW-Authenticate"))
          .containsExactly("Bearer");
      assertThat(me(client, "Bearer " + access + "x").headers().all("WWW-Authenticate"))
          .containsExactly("Bearer error=\"invalid_token\"");
      assertThat(client.header("Authorization", "Bearer " + access).get("/gate/keys").status())
          .isEqualTo(403);
    }
  }

  /** security.md A7: the same answer, but for its request id. */
  @Test
  void anUnknownGuestAndAWrongPasswordGetOneAnswer() {
    try (var client = client()) {
      var wrong = login(client, "ann@castle.example", "wrong horse battery");
      var unknown = login(client, "bob@castle.example", "wrong horse battery");
      var longest = login(client, "ann@castle.example", "x".repeat(73));
      var nul = login(client, "ann@castle.example", "correct horse battery\\u0000");

      for (var each : List.of(wrong, unknown, longest, nul)) {
        assertThat(each.status()).isEqualTo(401);
        assertThat(each.text()).contains("\"message\":\"Wrong name or password\"");
      }
    }
  }

  private static Answer login(TestClient client, String email, String password) {
    return client.post(
        "/gate/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  @Test
  void aWeakPasswordIsAProblemAtItsOwnPlace() {
    try (var client = client()) {
      Map.of(
              "short",
              "too_short",
              "Password123",
              "too_common",
              "bob@castle.example",
              "too_common",
              "ä".repeat(30) + "bcdefghijklmno",
              "too_long",
              "enough\\u0000chars",
              "bad_text")
          .forEach((password, code) ->
              assertThat(
                      client
                          .post(
                              "/gate/guests",
                              "{\"email\":\"bob@castle.example\",\"password\":\"%s\"}"
                                  .formatted(password))
                          .problems())
                  .containsExactly(problem(code, "body", "password")));
    }
  }

  /** security.md A9: a client sets neither a hash nor a right. */
  @Test
  void whatIsReadOnlyIsPassedOver() {
    try (var client = client()) {
      var answer =
          client.post(
              "/gate/guests",
              "{\"email\":\"eve@castle.example\",\"password\":\"another horse\",\"keeper\":true,"
                  + "\"passwordHash\":\"x\",\"password_hash\":\"x\",\"id\":1}");

      assertThat(answer.text())
          .isEqualTo("{\"id\":2,\"email\":\"eve@castle.example\",\"keeper\":false}");
      assertThat(login(client, "eve@castle.example", "another horse").status()).isEqualTo(200);
    }
  }

  @Test
  void aRefreshTokenIsGoodOnceAndItsSecondUseEndsTheSignIn() {
    try (var client = client()) {
      var first = pair(client.post("/gate/login", ANN));
      var second = pair(refresh(client, first.get(1)));
      assertThat(me(client, "Bearer " + second.getFirst()).status()).isEqualTo(200);

      assertThat(refresh(client, first.get(1)).status()).isEqualTo(401);
      assertThat(refresh(client, second.get(1)).status()).isEqualTo(401);
      assertThat(me(client, "Bearer " + second.getFirst()).status()).isEqualTo(401);
    }
  }

  @Test
  void aLogoutEndsBothTokens() {
    try (var client = client()) {
      var pair = pair(client.post("/gate/login", ANN));
      assertThat(me(client, "Bearer " + pair.getFirst()).status()).isEqualTo(200);

      var out = client.post("/gate/logout", "{\"refreshToken\":\"" + pair.get(1) + "\"}");
      assertThat(out.status()).isEqualTo(204);
      assertThat(me(client, "Bearer " + pair.getFirst()).status()).isEqualTo(401);
      assertThat(refresh(client, pair.get(1)).status()).isEqualTo(401);
    }
  }

  @Test
  void anAccessTokenExpiresAfterAQuarterOfAnHour() {
    try (var client = client()) {
      var access = pair(client.post("/gate/login", ANN)).getFirst();
      client.clock().advance(Duration.ofMinutes(15).plusSeconds(29));
      assertThat(me(client, "Bearer " + access).status()).isEqualTo(200);

      client.clock().advance(Duration.ofSeconds(1));
      assertThat(me(client, "Bearer " + access).text()).contains("The token has expired");
    }
  }

  /** Security.md W4. */
  @Test
  void aSocketEndsWithTheTokenThatHasOpenedIt() {
    try (var client = client(way.isHttp2() ? Way.HTTP1_LOOP : way)) { // RFC 8441 is not spoken
      var access = pair(client.post("/gate/login", ANN)).getFirst();
      var talk = client.request(Method.GET, "/gate/talk");
      assertThatThrownBy(talk::socket).hasMessageContaining("401");
      client.clock().advance(Duration.ofMinutes(15).plusSeconds(29).plusMillis(500));
      try (var socket = talk.header("Authorization", "Bearer " + access).socket()) {
        socket.send("hello");
        assertThat(socket.receive()).isEqualTo("ann@castle.example: hello");
        assertThatThrownBy(socket::receive)
            .isInstanceOfSatisfying(
                SocketClosed.class,
                closed -> {
                  assertThat(closed.code()).isEqualTo(1_008);
                  assertThat(closed.reason()).isEqualTo("the credentials have expired");
                });
      }
    }
  }

  /** security.md A1, as a client would send it; JwtVerifierTest has the whole table. */
  @Test
  void whatIsNoTokenOfOursIsRefused() {
    try (var client = client()) {
      var access = pair(client.post("/gate/login", ANN)).getFirst();
      var parts = access.split("\\.", -1);
      var none = text("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");

      Stream.of(
              none + "." + parts[1] + ".",
              none + "." + parts[1] + "." + parts[2],
              parts[0] + "." + parts[1] + ".",
              parts[0]
                  + "."
                  + text("{\"id\":2,\"name\":\"x\",\"scopes\":[],\"exp\":9999999999}")
                  + "."
                  + parts[2],
              access + " x",
              "",
              "x".repeat(8_193))
          .forEach(token -> {
            var answer = me(client, "Bearer " + token);
            assertThat(answer.status()).as(token).isEqualTo(401);
            assertThat(answer.text()).doesNotContain(parts[1]).doesNotContain(parts[2]);
          });
    }
  }

  private static String text(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** RFC 8725, 3.8: who issued a token counts, as one secret may be that of several apps. */
  @Test
  void aTokenOfAnotherAppWithTheSameSecretIsRefused() {
    var secret = "kR7-plum-and-31-other-characters-of-it";
    var others =
        Covet.app()
            .set("JWT_SECRET", secret)
            .install(Database.memory(), Jwt.of(Me.class))
            .add(Keepsakes.class);
    try (var client = way.client(app().set("JWT_SECRET", secret)).allowRepeats();
        var again = way.client(app().set("JWT_SECRET", secret));
        var other = way.client(others)) {
      client.post("/gate/guests", ANN);
      var token = "Bearer " + pair(client.post("/gate/login", ANN)).getFirst();

      assertThat(me(again, token).status()).isEqualTo(200);
      assertThat(other.header("Authorization", token).get("/keepsakes").status()).isEqualTo(401);
    }
  }

  @Test
  void anotherWordMayStandBeforeTheToken() {
    var app =
        Covet.app()
            .set("BCRYPT_COST", "4")
            .install(Database.memory().tables(GUEST))
            .install(Jwt.of(Visitor.class).scheme("Token"))
            .add(Gatehouse.class);
    try (var client = way.client(app).allowRepeats()) {
      client.post("/gate/guests", ANN);
      var access = pair(client.post("/gate/login", ANN)).getFirst();

      assertThat(me(client, "token " + access).status()).isEqualTo(200);
      assertThat(me(client, "Bearer " + access).status()).isEqualTo(401);
      assertThat(client.get("/gate/me").headers().all("WWW-Authenticate")).containsExactly("Token");
    }
  }

  @Test
  void aDatabaseOfChosenTablesHasThoseOfPluginsToo() {
    var app =
        Covet.app()
            .set("BCRYPT_COST", "4")
            .install(Jwt.of(Visitor.class))
            .install(Database.memory().tables(GUEST))
            .add(Gatehouse.class);
    try (var client = way.client(app).allowRepeats()) {
      client.post("/gate/guests", ANN);

      assertThat(client.post("/gate/login", ANN).status()).isEqualTo(200);
    }
  }

  @Test
  void theDocumentHasTheFlowThatSwaggerUiAuthorizesBy() {
    try (var client = client()) {
      assertThat(client.get("/openapi.json").text())
          .contains("\"password\":{\"tokenUrl\":\"/gate/login\",\"scopes\":{}}");
    }
  }

  @Test
  void productionWithoutASecretDoesNotStart() {
    assertThatThrownBy(() -> start(Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("JWT_SECRET is missing");
    assertThatThrownBy(() -> start(Map.of("JWT_SECRET", "too short")))
        .hasMessageContaining("JWT_SECRET needs at least 32 bytes")
        .hasMessageNotContaining("too short");
    assertThatThrownBy(() -> start(Map.of("JWT_SECRET", "a-string-secret-at-least-256-bits-long")))
        .hasMessageContaining("JWT_SECRET is known or easy to guess");
    assertThatThrownBy(() -> start(Map.of("JWT_KEYS", "/nowhere/keys.json")))
        .hasMessageContaining("JWT_KEYS cannot be used: there is no /nowhere/keys.json");
  }

  private static void start(Map<String, String> settings) {
    app().start(StartOptions.of(Mode.PRODUCTION).with(Source.code(settings))).close();
  }
}
