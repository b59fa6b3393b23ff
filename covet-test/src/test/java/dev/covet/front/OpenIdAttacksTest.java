package dev.covet.front;

import static dev.covet.front.Visit.location;
import static dev.covet.front.Visit.query;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import castle.Hall;
import castle.Visitor;
import dev.covet.api.Forbidden;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.data.Database;
import dev.covet.security.AuditLog;
import dev.covet.security.OpenIdLogin;
import dev.covet.security.OpenIdUser;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an issuer, or somebody in its name, must not achieve: security.md C4, C6, A1. */
class OpenIdAttacksTest {
  @AutoClose private final RogueIssuer issuer = new RogueIssuer();
  @AutoClose private final TestClient client = TestClient.of(app(issuer.url())).http1();

  private static App app(String issuer) {
    return Covet.app()
        .set("OPENID_CLIENT_ID", "castle")
        .set("REDIRECT_HOSTS", "app.castle.example")
        .install(Database.memory())
        .install(OpenIdLogin.of(Visitor.class, issuer, OpenIdAttacksTest::enter))
        .install(AuditLog.toTable())
        .add(Hall.class);
  }

  private static Visitor enter(OpenIdUser user) {
    if (user.email().isEmpty()) throw new Forbidden("You are not on the list");
    return new Visitor(Long.parseLong(user.subject()), user.email().get(), Set.of());
  }

  @BeforeEach
  void allow() {
    client.allowRepeats();
  }

  private Map<String, Object> claims(String page) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", issuer.url());
    claims.put("aud", "castle");
    claims.put("sub", "7");
    claims.put("nonce", String.valueOf(query(page).first("nonce")));
    claims.put("exp", client.clock().instant().getEpochSecond() + 60);
    claims.put("email", "ann@castle.example");
    claims.put("email_verified", true);
    return claims;
  }

  private static String back(String page) {
    return "/login/callback?code=x&state=" + query(page).first("state");
  }

  /** Comes back with a token with some claims changed. */
  private Answer with(Visit visit, Consumer<Map<String, Object>> changed) {
    var page = location(visit.get("/login"));
    var claims = claims(page);
    changed.accept(claims);
    issuer.gives(RogueIssuer.signed(claims, "JWT"));
    return visit.get(back(page));
  }

  @Test
  void aTokenThatFitsSignsIn() {
    for (var good :
        List.<Consumer<Map<String, Object>>>of(
            _ -> {},
            it -> it.put("azp", "castle"),
            it -> it.putAll(Map.of("azp", "castle", "aud", List.of("castle", "other"))),
            it -> it.put("aud", List.of("castle")),
            it -> it.put("at_hash", "ungWv48Bz-pBQUDeXa4iIw"))) {
      var visit = new Visit(client);
      assertThat(location(with(visit, good))).isEqualTo("http://127.0.0.1:8000/");
      assertThat(visit.get("/hall").text()).isEqualTo("ann@castle.example");
    }
    assertThat(issuer.asked)
        .contains("grant_type=authorization_code&code=x&redirect_uri=http%3A%2F%2F127.0.0.1")
        .endsWith("&client_id=castle");
  }

  @Test
  void aTokenThatDoesNotFitSignsNobodyIn() {
    for (var bad :
        List.<Consumer<Map<String, Object>>>of(
            it -> it.put("nonce", "other"),
            it -> it.remove("nonce"),
            it -> it.put("aud", "other"),
            it -> it.put("aud", List.of("castle", "other")),
            it -> it.remove("aud"),
            it -> it.put("azp", "other"),
            it -> it.put("azp", 7),
            it -> it.put("iss", "https://evil.example"),
            it -> it.put("iss", issuer.url() + "/"),
            it -> it.put("exp", client.clock().instant().getEpochSecond() - 31),
            it -> it.remove("exp"),
            it -> it.put("nbf", client.clock().instant().getEpochSecond() + 60),
            it -> it.remove("sub"),
            it -> it.put("sub", ""),
            it -> it.put("sub", "7".repeat(256)),
            it -> it.put("at_hash", "ungWv48Bz-pBQUDeXa4iIx"),
            it -> it.put("at_hash", null))) {
      var visit = new Visit(client);
      assertThat(with(visit, bad).status()).isEqualTo(401);
      assertThat(visit.cookies).doesNotContainKey("__Host-session");
    }
  }

  @Test
  void aTokenThatAnybodyCanMakeSignsNobodyIn() {
    answers(303, claims -> RogueIssuer.signed(claims, "JWT"));
    for (var spoilt : RogueIssuer.SPOILT) {
      answers(401, claims -> spoilt.apply(RogueIssuer.signed(claims, "JWT")));
    }
    answers(401, RogueIssuer::signedByAnother);
    answers(401, claims -> RogueIssuer.signed(claims, "at+jwt"));
    answers(401, claims -> RogueIssuer.signed(claims, "logout+jwt"));
  }

  private void answers(int status, Function<Map<String, Object>, String> token) {
    var visit = new Visit(client);
    var page = location(visit.get("/login"));
    var text = token.apply(claims(page));
    issuer.gives(text);
    assertThat(visit.get(back(page)).status()).as(text).isEqualTo(status);
  }

  /** Login CSRF: a victim would be signed in as the attacker. */
  @Test
  void onlyTheBrowserThatBeganComesBack() {
    var attacker = new Visit(client);
    var page = location(attacker.get("/login"));
    issuer.gives(RogueIssuer.signed(claims(page), "JWT"));
    var victim = new Visit(client);
    assertThat(victim.get(back(page)).text()).contains("did not begin in this browser");
    location(victim.get("/login"));
    assertThat(victim.get(back(page)).status()).isEqualTo(400);
    for (var state : List.of("", "x", "A".repeat(43), "../" + "A".repeat(40))) {
      var bad = "/login/callback?code=x&state=" + URLEncoder.encode(state, UTF_8);
      assertThat(attacker.get(bad).status()).isEqualTo(400);
    }
    assertThat(attacker.get(back(page) + "&state=x").status()).isEqualTo(400);
    assertThat(attacker.get(back(page) + "&code=y").status()).isEqualTo(400);
    assertThat(victim.cookies).doesNotContainKey("__Host-session");
    assertThat(issuer.asked).isEmpty();
  }

  @Test
  void aCookieThatWasChangedFitsNoState() {
    var visit = new Visit(client);
    var page = location(visit.get("/login?returnTo=/hall"));
    var cookie = visit.cookies.entrySet().iterator().next();
    var value = cookie.getValue();
    var evil = RogueIssuer.base64("https://evil.example/");
    for (var bad :
        List.of(
            value.replaceFirst("[^.]*$", evil),
            value.replaceFirst("\\.\\d+\\.", ".1900000000."),
            (value.startsWith("A") ? "B" : "A") + value.substring(1),
            "",
            "..")) {
      visit.cookies.put(cookie.getKey(), bad);
      assertThat(visit.get(back(page)).status()).as(bad).isEqualTo(400);
    }
  }

  /** And it leads nowhere where that instance would not. */
  @Test
  void anotherInstanceTakesWhoComesBack() {
    var visit = new Visit(client);
    var page = location(visit.get("/login"));
    var other = location(visit.get("/login?returnTo=https://app.castle.example/"));
    try (var second = TestClient.of(app(issuer.url()).set("REDIRECT_HOSTS", "x.example")).http1()) {
      var there = new Visit(second);
      there.cookies.putAll(visit.cookies);
      assertThat(there.get(back(other)).text()).contains("at a host of REDIRECT_HOSTS");
      issuer.gives(RogueIssuer.signed(claims(page), "JWT"));
      assertThat(there.get(back(page)).status()).isEqualTo(303);
    }
  }

  @Test
  void aSignInTakesTenMinutesAtMost() {
    var visit = new Visit(client);
    var page = location(visit.get("/login"));
    client.clock().advance(Duration.ofMinutes(10));

    assertThat(visit.get(back(page)).text()).contains("began too long ago");
  }

  @Test
  void manySignInsThatWereBegunDoNotPileUp() {
    var visit = new Visit(client);
    var last = "";
    for (var i = 0; i < 20; i++) last = location(visit.get("/login"));

    assertThat(visit.cookies).hasSizeLessThanOrEqualTo(6);
    issuer.gives(RogueIssuer.signed(claims(last), "JWT"));
    assertThat(visit.get(back(last)).status()).isEqualTo(303);
  }

  /** RFC 9207. */
  @Test
  void anAnswerOfAnotherIssuerIsRefused() {
    var visit = new Visit(client);
    var page = location(visit.get("/login"));
    issuer.gives(RogueIssuer.signed(claims(page), "JWT"));
    assertThat(visit.get(back(page) + "&iss=https://evil.example").text())
        .contains("not of the issuer that was asked");
    assertThat(issuer.asked).isEmpty();
    assertThat(visit.get(back(page) + "&iss=" + issuer.url()).status()).isEqualTo(303);

    issuer.promises = ", \"authorization_response_iss_parameter_supported\": true";
    client.clock().advance(Duration.ofMinutes(5));
    var other = location(visit.get("/login"));
    assertThat(visit.get(back(other)).text()).contains("not of the issuer that was asked");
  }

  @Test
  void whatTheIssuerSaysIsWrongIsNotShown() {
    var expected =
        Map.of(
            "access_denied", 403,
            "temporarily_unavailable", 503,
            "server_error", 503,
            "login_required", 400,
            "<script>alert(1)</script>", 400);
    expected.forEach((error, status) -> {
      var visit = new Visit(client);
      var state = query(location(visit.get("/login"))).first("state");
      var evil = URLEncoder.encode("<script>alert(1)</script>", UTF_8);
      var back =
          "/login/callback?error=%s&error_description=%s&error_uri=%s&state=%s"
              .formatted(URLEncoder.encode(error, UTF_8), evil, evil, state);
      var page = visit.getAsPage(back);
      assertThat(page.status()).isEqualTo(status);
      assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(page.text())
          .contains("<a href=\"http://127.0.0.1:8000/login\">Sign in again</a>")
          .doesNotContain("script", "alert");
      var json = visit.get(back);
      assertThat(json.errorCode()).isPresent();
      assertThat(json.text()).doesNotContain("script");
    });
  }

  @Test
  void aTokenEndpointThatDoesNotAnswerWellIs503() {
    var answers = new ArrayList<Map.Entry<Integer, String>>();
    answers.add(Map.entry(500, "{}"));
    answers.add(Map.entry(302, "{}"));
    answers.add(Map.entry(401, "{\"error\":\"invalid_client\"}"));
    answers.add(Map.entry(400, "{\"error\":\"unauthorized_client\\n\"}"));
    answers.add(Map.entry(200, " ".repeat(262_145)));
    for (var each : answers) {
      var visit = new Visit(client);
      var page = location(visit.get("/login"));
      issuer.status = each.getKey();
      issuer.answer = each.getValue();
      var answer = visit.get(back(page));
      assertThat(answer.status()).as(each.toString()).isEqualTo(503);
      assertThat(answer.text()).contains("Signing in does not work at the moment");
    }
  }

  @Test
  void whoIsNotLetInIsWrittenDown() {
    var visit = new Visit(client);
    var answer = with(visit, it -> it.put("email_verified", "true"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("You are not on the list");
    assertThat(visit.get("/hall/book").text()).isEqualTo("[\"sign_in_refused by 7\"]");
  }

  /** security.md C6: {@code HostsTest} has all spellings. */
  @Test
  void noReturnLeadsToAnotherSite() {
    for (var bad : List.of("//evil.example", "/\\evil.example", "https://evil.example/")) {
      var asked = "/login?returnTo=" + URLEncoder.encode(bad, UTF_8);
      assertThat(new Visit(client).get(asked).status()).as(bad).isEqualTo(400);
    }
    var tooLong = "/login?returnTo=/" + "a".repeat(1_000);
    assertThat(new Visit(client).get(tooLong).status()).isEqualTo(400);
    assertThat(new Visit(client).get("/login?returnTo=/a&returnTo=/b").status()).isEqualTo(400);
    for (var good : List.of("/hall?a=//b#c", "https://app.castle.example/x?y")) {
      var visit = new Visit(client);
      var page = location(visit.get("/login?returnTo=" + URLEncoder.encode(good, UTF_8)));
      issuer.gives(RogueIssuer.signed(claims(page), "JWT"));
      assertThat(location(visit.get(back(page)))).isEqualTo(good);
    }
  }

  @Test
  void aTokenEndpointThatHangsHoldsUpAsManyAsItMay() throws InterruptedException {
    try (var few = TestClient.of(app(issuer.url()).set("LOGINS_IN_FLIGHT_MAX", "1")).http1()) {
      var first = new Visit(few);
      var held = back(location(first.get("/login")));
      var second = new Visit(few);
      var next = back(location(second.get("/login")));
      issuer.hangs();
      var waiting = Thread.startVirtualThread(() -> first.get(held));
      issuer.isAsked();

      assertThat(second.get(next).status()).isEqualTo(503);
      issuer.goesOn();
      assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
      assertThat(few.metrics().value("limit_hits_total", "limit", "LOGINS_IN_FLIGHT_MAX"))
          .isEqualTo(1);
    }
  }

  @Test
  void theDocumentSaysHowASessionBegins() {
    assertThat(client.get("/openapi.json").text())
        .contains("GET /login begins a session; users sign in at " + issuer.url());
  }

  @Test
  void howTheAppProvesThatItIsItself() {
    var secret = app(issuer.url()).set("OPENID_CLIENT_SECRET", "a b:%&");
    issuer.promises = ", \"token_endpoint_auth_methods_supported\": [\"client_secret_post\"]";
    try (var byForm = TestClient.of(secret).http1()) {
      var visit = new Visit(byForm);
      visit.get(back(location(visit.get("/login"))));
      assertThat(issuer.asked).endsWith("&client_id=castle&client_secret=a+b%3A%25%26");
      assertThat(issuer.proof).isEqualTo("null");
    }
    issuer.promises = "";
    try (var byHeader = TestClient.of(secret).http1()) {
      var visit = new Visit(byHeader);
      visit.get(back(location(visit.get("/login"))));
      assertThat(issuer.asked).doesNotContain("client_");
      assertThat(new String(Base64.getDecoder().decode(issuer.proof.substring(6)), UTF_8))
          .isEqualTo("castle:a+b%3A%25%26");
    }
  }

  @Test
  void anIssuerThatIsAwayIs503AndALogoutWorks() {
    issuer.close();
    var visit = new Visit(client);
    var answer = visit.get("/login");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("Signing in does not work at the moment");
    assertThat(visit.getAsPage("/login").text()).contains("<h1>Not signed in</h1>");
    assertThat(location(visit.post("/logout"))).isEqualTo("http://127.0.0.1:8000/");
    var other = client.header("Sec-Fetch-Site", "cross-site").post("/logout");
    assertThat(other.status()).isEqualTo(403);
  }

  @Test
  void whatCannotBeSafeDoesNotStart() {
    stops(app("http://id.example.org"), "OPENID_ISSUER must be an address by https");
    stops(app(issuer.url()).set("OPENID_SCOPES", "profile"), "OPENID_SCOPES must have openid");
    stops(app(issuer.url()).set("REDIRECT_HOSTS", "https://a"), "REDIRECT_HOSTS must be names");
    var unknown =
        Covet.app()
            .install(Database.memory())
            .install(OpenIdLogin.of(Visitor.class, issuer.url(), OpenIdAttacksTest::enter));
    stops(unknown, "OPENID_CLIENT_ID is missing");
  }

  private static void stops(App app, String why) {
    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)).close())
        .hasMessageContaining(why);
  }
}
