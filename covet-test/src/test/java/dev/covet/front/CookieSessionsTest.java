package dev.covet.front;

import static castle.GuestTable.GUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import castle.Gatehouse;
import castle.Guest;
import castle.Hall;
import castle.Visitor;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.security.AuditLog;
import dev.covet.security.BasicAuth;
import dev.covet.security.CookieSessions;
import dev.covet.security.Jwt;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Signing in by a cookie or a password, and pages of other sites: S3.sec.audit; security.md C4, C5.
 */
@ParameterizedClass
@EnumSource(Way.class)
class CookieSessionsTest {
  private static final String ANN =
      "{\"email\":\"ann@castle.example\",\"password\":\"correct horse battery\"}";

  /** A header, and what a POST with it and the session's cookie gets. */
  private static final String FROM =
      """
      Sec-Fetch-Site same-origin 200
      Sec-Fetch-Site none 200
      Sec-Fetch-Site same-site 403
      Sec-Fetch-Site cross-site 403
      Origin https://evil.example 403
      Origin null 403
      Origin https://app.castle.example 200
      Origin https://app.castle.example.evil.example 403
      X-Nothing x 403
      """;

  private final Way way;

  CookieSessionsTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .set("BCRYPT_COST", "4")
        .install(Database.memory().tables(GUEST))
        .install(Jwt.of(Visitor.class))
        .install(CookieSessions.of(Visitor.class).origins("https://app.castle.example"))
        .install(
            BasicAuth.of(
                Visitor.class,
                login -> {
                  var asked = login.db().from(GUEST).where(GUEST.email.eq(login.name()));
                  var guest = login.check(asked::first, Guest::passwordHash);
                  return new Visitor(guest.id(), guest.email(), Set.of());
                }))
        .install(AuditLog.toTable())
        .add(Gatehouse.class, Hall.class);
  }

  private TestClient client() {
    var client = way.client(app()).allowRepeats();
    assertThat(client.post("/gate/guests", ANN).status()).isEqualTo(201);
    return client;
  }

  /** The cookie of a sign-in, as a browser sends it. */
  private static String cookie(TestClient client) {
    return cookie(client.post("/hall/in", ANN));
  }

  private static String cookie(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var set = String.valueOf(answer.headers().first("Set-Cookie"));
    return set.substring(0, set.indexOf(';'));
  }

  private static TestClient with(TestClient client, String cookie) {
    return client.header("Cookie", cookie);
  }

  @Test
  void aBrowserSignsInAndOut() {
    try (var client = client()) {
      var in = client.post("/hall/in", ANN);
      assertThat(in.headers().first("Set-Cookie"))
          .matches("__Host-session=[\\w-]{64}; Path=/; Secure; HttpOnly; SameSite=Lax");
      assertThat(in.headers().first("Cache-Control")).isEqualTo("no-store");
      var browser = with(client, cookie(in));
      assertThat(browser.get("/hall").text()).isEqualTo("ann@castle.example");

      var out = browser.header("Sec-Fetch-Site", "same-origin").post("/hall/out");
      assertThat(out.headers().first("Set-Cookie")).contains("__Host-session=;", "Max-Age=0");
      assertThat(browser.get("/hall").status()).isEqualTo(401);
      assertThat(browser.get("/hall/door").text()).isEqualTo("nobody");
    }
  }

  /** security.md A7: by a cookie that says nothing, and that no page of another site gets. */
  @Test
  void aDeviceThatHasSignedInIsKnown() {
    try (var client = client()) {
      var device = client.post("/hall/in", ANN).headers().all("Set-Cookie").getLast();
      assertThat(device)
          .matches(
              "__Host-device=[\\w-]{64}; Path=/; Max-Age=34560000; Secure; HttpOnly; SameSite=Lax");

      var sent = device.substring(0, device.indexOf(';'));
      var page = with(client, sent).header("Sec-Fetch-Site", "same-origin");
      assertThat(page.post("/hall/in", ANN).headers().all("Set-Cookie").getLast())
          .isEqualTo(device);
    }
  }

  @Test
  void aNewSignInHasANewIdAndEndsTheOldOne() {
    try (var client = client()) {
      var first = cookie(client);
      var again = with(client, first).header("Sec-Fetch-Site", "same-origin").post("/hall/in", ANN);

      assertThat(cookie(again)).isNotEqualTo(first);
      assertThat(with(client, first).get("/hall").status()).isEqualTo(401);
      assertThat(with(client, cookie(again)).get("/hall").status()).isEqualTo(200);
    }
  }

  /** As after a new password, or where a user has lost rights. */
  @Test
  void aUserEndsAllOtherSignIns() {
    try (var client = client()) {
      var stolen = with(client, cookie(client));
      var token = client.post("/gate/login", ANN).text().replaceFirst(".*?:\"([^\"]+).*", "$1");
      var program = client.header("Authorization", "Bearer " + token);
      var here = with(client, cookie(client)).header("Sec-Fetch-Site", "same-origin");
      assertThat(program.get("/hall").status()).isEqualTo(200);

      var anew = with(client, cookie(here.post("/hall/alone")));
      client.clock().advance(Duration.ofSeconds(5));

      assertThat(anew.get("/hall").text()).isEqualTo("ann@castle.example");
      for (var ended : List.of(stolen, here, program)) {
        assertThat(ended.get("/hall").status()).isEqualTo(401);
      }
    }
  }

  @Test
  void whatIsNoSessionSignsNobodyIn() {
    try (var client = client()) {
      var cookie = cookie(client);
      var pair = client.post("/gate/login", ANN).text();
      var refresh = pair.replaceFirst(".*refresh_token\":\"([^\"]+).*", "$1");

      for (var value : List.of("", "x", "A".repeat(64), refresh)) {
        assertThat(with(client, "__Host-session=" + value).get("/hall").status()).isEqualTo(401);
      }
      var twice = with(client, cookie + "; __Host-session=x").get("/hall");
      assertThat(twice.status()).isEqualTo(400);
      var id = cookie.substring("__Host-session=".length());
      assertThat(client.post("/gate/refresh", "{\"refreshToken\":\"" + id + "\"}").status())
          .isEqualTo(401);
    }
  }

  @Test
  void aSessionEndsWithoutUseAndAfterHalfADay() {
    try (var client = client()) {
      var idle = with(client, cookie(client));
      var used = with(client, cookie(client));
      client.clock().advance(Duration.ofMinutes(29));
      assertThat(used.get("/hall").status()).isEqualTo(200);
      client.clock().advance(Duration.ofMinutes(1));
      assertThat(idle.get("/hall").status()).isEqualTo(401);
      for (var minutes = 30; minutes < 12 * 60 - 30; minutes += 28) {
        client.clock().advance(Duration.ofMinutes(28));
        assertThat(used.get("/hall").status()).isEqualTo(200);
      }
      client.clock().advance(Duration.ofMinutes(28));
      assertThat(used.get("/hall").status()).isEqualTo(401);
    }
  }

  /** What browsers say of where an unsafe request comes from. */
  @Test
  void aPageOfAnotherSiteSendsNothingInAUsersName() {
    try (var client = client()) {
      var cookie = cookie(client);
      FROM.lines()
          .map(line -> line.split(" +", -1))
          .forEach(from -> {
            var browser = with(client, cookie).header(from[0], from[1]);
            var status = Integer.parseInt(from[2]);

            assertThat(browser.post("/hall").status()).as(from[1]).isEqualTo(status);
            assertThat(browser.get("/hall").status()).isEqualTo(200);
            assertThat(browser.delete("/hall").status()).isEqualTo(status == 200 ? 405 : 403);
          });
    }
  }

  /** Not even a login, by which a user would be somebody else without knowing. */
  @Test
  void aPageOfAnotherSiteSignsNobodyIn() {
    try (var client = client()) {
      var page = client.header("Sec-Fetch-Site", "cross-site");

      assertThat(page.post("/hall/in", ANN).status()).isEqualTo(403);
      var access = client.post("/gate/login", ANN).text().replaceFirst(".*?:\"([^\"]+).*", "$1");
      var token = page.header("Authorization", "Bearer " + access);
      assertThat(token.post("/hall").status()).isEqualTo(200);
      assertThat(token.header("Cookie", "a=b").post("/hall").status()).isEqualTo(403);
    }
  }

  private static String basic(String text) {
    return "basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aNameAndAPasswordSignInToo() {
    try (var client = client()) {
      var ann = client.header("Authorization", basic("ann@castle.example:correct horse battery"));

      assertThat(ann.get("/hall").text()).isEqualTo("ann@castle.example");
      assertThat(ann.post("/hall").status()).as("by a program").isEqualTo(200);
      assertThat(ann.header("Cookie", "a=b").post("/hall").status()).isEqualTo(403);
      assertThat(ann.header("Origin", "https://evil.example").post("/hall").status())
          .isEqualTo(403);
      assertThat(ann.header("Sec-Fetch-Site", "same-origin").post("/hall").status()).isEqualTo(200);
      assertThat(ann.header("Sec-Fetch-Site", "cross-site").post("/hall").status()).isEqualTo(403);
      assertThat(client.get("/hall").headers().all("WWW-Authenticate"))
          .contains("Basic realm=\"api\", charset=\"UTF-8\"");
      for (var bad :
          List.of(
              basic("ann@castle.example:x"),
              basic("nobody:x"),
              basic("nocolon"),
              basic(""),
              basic("ann@castle.example:correct horse battery\0"),
              "Basic !!!",
              "Basic",
              "Basic /w==")) {
        assertThat(client.header("Authorization", bad).get("/hall").status())
            .as(bad)
            .isEqualTo(401);
      }
    }
  }

  /** {@code null} is what every page without an origin of its own says. */
  @Test
  void whatNoBrowserSendsAsItsOriginStopsTheStart() {
    for (var bad : List.of("https://app.castle.example/", "app.castle.example", "*", "null")) {
      var app =
          Covet.app()
              .install(Database.memory(), CookieSessions.of(Visitor.class).origins(bad))
              .add(Gatehouse.class);
      assertThatThrownBy(() -> way.client(app))
          .hasMessageContaining("origins(\"" + bad + "\"): no browser sends that as its origin");
    }
  }

  @Test
  void whatIsWrittenDownIsALineAndARow() {
    try (var lines = new LogLines("dev.covet.audit");
        var client = client()) {
      var in = client.post("/hall/in", ANN);
      var said = lines.of(String.valueOf(in.headers().first("X-Request-Id")));

      assertThat(said).hasSize(1);
      assertThat(LogLines.values(said.getFirst()))
          .containsEntry("action", "entered")
          .containsEntry("subject", "1")
          .containsEntry("detail", "by the page\\u000aof the hall");
      assertThat(client.get("/hall/book").text()).isEqualTo("[\"entered by 1\"]");
    }
  }
}
