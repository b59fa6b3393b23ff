package dev.covet.front;

import static dev.covet.front.Visit.location;
import static dev.covet.front.Visit.path;
import static dev.covet.front.Visit.query;
import static org.assertj.core.api.Assertions.assertThat;

import castle.Hall;
import castle.Visitor;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.security.AuditLog;
import dev.covet.security.OpenIdLogin;
import dev.covet.security.OpenIdUser;
import dev.covet.test.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Signing in at an issuer that nobody here wrote, by the authorization code flow of OpenID Connect:
 * S3.sec.audit; security.md C5.
 */
class OpenIdLoginTest {
  private static final MockOAuth2Server SERVER =
      new MockOAuth2Server(
          new OAuth2Config(
              false,
              null,
              null,
              false,
              new OAuth2TokenProvider(),
              Set.of(
                  new DefaultOAuth2TokenCallback(
                      "guild", "7", "JWT", List.of("castle"), Map.of("name", "Ann")))));

  @AutoClose private final HttpClient http = HttpClient.newHttpClient();

  /** Its first answers and its first token take longer than an app waits, on a slow machine. */
  @BeforeAll
  static void start() throws IOException {
    SERVER.start(InetAddress.getLoopbackAddress(), 0);
    var _ = SERVER.issueToken("guild", "castle", new DefaultOAuth2TokenCallback());
    for (var url : List.of(SERVER.wellKnownUrl("guild"), SERVER.jwksUrl("guild"))) {
      try (var in = url.url().openStream()) {
        assertThat(in.readAllBytes()).isNotEmpty();
      }
    }
  }

  @AfterAll
  static void end() {
    SERVER.shutdown();
  }

  private static String issuer() {
    return SERVER.issuerUrl("guild").toString();
  }

  private static Visitor enter(OpenIdUser user) {
    return new Visitor(Long.parseLong(user.subject()), user.name().orElse(""), Set.of());
  }

  private static OpenIdLogin<Visitor> login() {
    return OpenIdLogin.of(Visitor.class, issuer(), OpenIdLoginTest::enter);
  }

  private static App app(OpenIdLogin<Visitor> login) {
    return Covet.app()
        .set("OPENID_CLIENT_ID", "castle")
        .set("PUBLIC_URL", "https://castle.example")
        .install(Database.memory())
        .install(login)
        .install(AuditLog.toTable())
        .add(Hall.class);
  }

  /** Its tokens have the time of this machine. */
  private static TestClient client(App app) {
    var client = TestClient.of(app).http1().allowRepeats();
    client.clock().advance(Duration.between(client.clock().instant(), Instant.now()));
    return client;
  }

  /** Where the issuer leads a browser back to. */
  private String back(String page) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(page)).build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    var back = answer.headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith("https://castle.example/login/callback?");
    return path(back);
  }

  @Test
  void aUserSignsInAtTheIssuerAndComesBack() throws IOException, InterruptedException {
    try (var client = client(app(login()).set("OPENID_CLIENT_SECRET", "s&cret"))) {
      var visit = new Visit(client);
      var begun = visit.get("/login?returnTo=/hall");
      assertThat(begun.header("Set-Cookie").orElseThrow())
          .matches(
              "__Host-login-[\\w-]{12}=[\\w.-]+; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax");
      assertThat(begun.header("Cache-Control")).contains("no-store");
      var asked = query(location(begun));
      assertThat(asked.first("scope")).isEqualTo("openid profile email");
      assertThat(asked.first("code_challenge_method")).isEqualTo("S256");

      var in = visit.get(back(location(begun)));
      assertThat(location(in)).isEqualTo("/hall");
      assertThat(in.header("Cache-Control")).contains("no-store");
      assertThat(visit.cookies).containsOnlyKeys("__Host-session");
      assertThat(visit.get("/hall").text()).isEqualTo("Ann");

      var session = visit.cookies.get("__Host-session");
      var out = visit.post("/logout");
      assertThat(location(out)).isEqualTo("https://castle.example/");
      assertThat(visit.cookies).isEmpty();
      visit.cookies.put("__Host-session", session);
      assertThat(visit.isSignedIn()).isFalse();
      assertThat(visit.get("/hall/book").text())
          .isEqualTo("[\"signed_in by 7\",\"signed_out by 7\"]");
    }
  }

  @Test
  void severalTabsAtOnceDoNotGetInEachOthersWay() throws IOException, InterruptedException {
    try (var client = client(app(login()))) {
      var visit = new Visit(client);
      var first = location(visit.get("/login?returnTo=/hall/door"));
      var second = location(visit.get("/login?returnTo=/hall/book"));

      assertThat(location(visit.get(back(second)))).isEqualTo("/hall/book");
      var before = visit.cookies.get("__Host-session");
      assertThat(location(visit.get(back(first)))).isEqualTo("/hall/door");
      assertThat(visit.cookies.get("__Host-session")).isNotEqualTo(before);
      assertThat(visit.isSignedIn()).isTrue();
      visit.cookies.put("__Host-session", before);
      assertThat(visit.isSignedIn()).as("a new sign-in ends the old one").isFalse();
    }
  }

  @Test
  void aCodeIsGoodOnce() throws IOException, InterruptedException {
    try (var client = client(app(login()))) {
      var visit = new Visit(client);
      var back = back(location(visit.get("/login")));
      var thief = new Visit(client);
      thief.cookies.putAll(visit.cookies);
      assertThat(location(visit.get(back))).isEqualTo("https://castle.example/");
      assertThat(visit.get(back).status()).as("the way back, again").isEqualTo(400);

      assertThat(thief.get(back).text()).contains("does not accept this sign-in any more");
      assertThat(thief.cookies).doesNotContainKey("__Host-session");
    }
  }

  @Test
  void aLogoutMayGoOnToTheIssuer() {
    try (var client = client(app(login().logoutAtIssuer()))) {
      var out = location(new Visit(client).post("/logout"));

      assertThat(out).startsWith(SERVER.endSessionEndpointUrl("guild").toString() + "?");
      assertThat(query(out).first("post_logout_redirect_uri")).isEqualTo("https://castle.example/");
      assertThat(query(out).first("client_id")).isEqualTo("castle");
    }
  }
}
