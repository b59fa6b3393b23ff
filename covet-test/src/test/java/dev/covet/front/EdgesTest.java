package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.covet.api.ContentDisposition;
import dev.covet.api.NotFound;
import dev.covet.api.SetCookie;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Edges;
import shop.Items;

/** What clients send can always be answered: values at the edge, texts of any kind. */
@ParameterizedClass
@EnumSource(Way.class)
class EdgesTest {
  private static final String EMOJI = "\ud83d\ude00";

  private final Way way;

  EdgesTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app().install(Database.url("sqlite:edges.db")).add(Edges.class, Items.class);
  }

  private static String quoted(String text) {
    return "{\"name\":\"" + text + "\"}";
  }

  /** A class whose route is at the root, added there and below a router. */
  @Test
  void aRouteWithoutAPathIsThePathOfItsClass() {
    try (var client = way.client(app().add(Router.at("/below").add(Edges.class)))) {
      assertThat(client.get("/").text()).contains("root");
      assertThat(client.get("/below").text()).contains("root");
      assertThat(client.get("/openapi.json").text()).contains("\"/\":", "\"/below\":");
    }
    var mounted = Covet.app().mount("/inner", app()).mount("/", app());
    try (var client = way.client(mounted)) {
      assertThat(client.get("/inner").text()).contains("root");
      assertThat(client.get("/").text()).contains("root");
    }
  }

  @Test
  void aMomentThatLeavesTheYearsByItsOffsetIsRefusedWhereItComes() {
    try (var client = way.client(app())) {
      for (var bad : List.of("9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00%2B01:00")) {
        var query = client.get("/moment?page=0&at=" + bad);
        assertThat(query.status()).isEqualTo(422);
        assertThat(query.problems()).containsExactly(problem("type", "query", "at"));
        var body = client.post("/moments", "[\"" + bad.replace("%2B", "+") + "\"]");
        assertThat(body.status()).isEqualTo(422);
        assertThat(body.problems()).containsExactly(problem("type", "body", 0));
      }
      assertThat(client.get("/moment?page=0&at=9999-12-31T23:59:59Z").status()).isEqualTo(200);
      assertThat(client.post("/moments", "[\"0001-01-01T01:00:00+01:00\"]").status())
          .isEqualTo(200);
    }
  }

  /** D58. */
  @Test
  void aSingleValueThatIsGivenTwiceIsAProblemAtItsName() {
    try (var client = way.client(app())) {
      var answer = client.get("/moment?at=2026-01-01T00:00:00Z&page=1&page=1");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problems()).containsExactly(problem("duplicate", "query", "page"));
    }
  }

  /** D59. */
  @Test
  void aBodyThatMayBeMissingMayBeNull() {
    try (var client = way.client(app())) {
      assertThat(client.post("/maybe").text()).contains("none");
      assertThat(client.post("/maybe", " null ").text()).contains("none");
      assertThat(client.post("/maybe", quoted("Ann")).text()).contains("Ann");
      assertThat(client.post("/maybe", "7").status()).isEqualTo(422);
      assertThat(client.post("/maybe", "nul").status()).isEqualTo(400);
    }
  }

  /** L1: the line says which component of which record, and that something is stored. */
  @Test
  void whatCannotBeWrittenIsNamedAndWhatWasStoredBeforeIsSaid() {
    try (var lines = new LogLines("dev.covet.faults");
        var client = way.client(app())) {
      var answer =
          client
              .request(Method.POST, "/kept")
              .header("X-Request-Id", "kept-" + way)
              .json(quoted("a"))
              .send();
      assertThat(answer.status()).isEqualTo(500);
      var line = lines.of("kept-" + way).getFirst();
      assertThat(line.getThrowableProxy().getMessage()).contains("NaN", "/parts/1/value", "Mean");
      assertThat(LogLines.values(line)).containsEntry("after_commit", "true");

      var none =
          client.request(Method.POST, "/kept").header("X-Request-Id", "none-" + way).json("{}");
      assertThat(none.send().status()).isEqualTo(422);
      assertThat(lines.of("none-" + way)).isEmpty();
    }
  }

  /** RFC 3986, 2.1; RFC 6265, 4.1.1. */
  @Test
  void headersMadeOfDataHoldWhateverTextItIs() {
    var texts =
        Map.of(
            "Black Widow",
            "Black%20Widow",
            "a/b?c#d",
            "a%2Fb%3Fc%23d",
            "caf\u00e9 \u0141",
            "caf%C3%A9%20%C5%81",
            "a;b,c",
            "a;b,c",
            "50%",
            "50%25",
            "\\r\\nX-Evil: 1",
            "%0D%0AX-Evil:%201",
            EMOJI,
            "%F0%9F%98%80",
            "..",
            "%2E%2E");
    try (var client = way.client(app())) {
      texts.forEach((text, expected) -> {
        var answer = client.post("/named", quoted(text));
        assertThat(answer.status()).as(text).isEqualTo(201);
        assertThat(answer.header("Location")).as(text).contains("/named/" + expected);
        assertThat(answer.header("X-Evil")).isEmpty();
        assertThat(answer.header("Set-Cookie").orElse("").split(";", 2)[0])
            .as(text)
            .matches("last=[!-~&&[^\",;\\\\]]+");
      });
    }
  }

  /** RFC 6266, 4.3. */
  @Test
  void aFileMayHaveAnyName() {
    var names =
        Map.of(
            "a.txt", "attachment; filename=\"a.txt\"",
            "na\u00efve \"x\".txt",
                "attachment; filename=\"na_ve _x_.txt\"; filename*=UTF-8''na%C3%AFve%20%22x%22.txt",
            "a\r\nX: y", "attachment; filename=\"a__X: y\"; filename*=UTF-8''a%0D%0AX%3A%20y");
    names.forEach((name, expected) -> {
      var app =
          Covet.app()
              .get(
                  "/",
                  _ ->
                      Response.text("x")
                          .withHeader(
                              "Content-Disposition", ContentDisposition.attachment(name).text()));
      try (var client = way.client(app)) {
        assertThat(client.get("/").header("Content-Disposition")).contains(expected);
      }
    });
  }

  @Test
  void aRedirectAndACookieKeepWhatHasAMeaning() {
    assertThat(Response.redirect("/a b?c=d%20e&f=\u00e9#g").header("Location"))
        .contains("/a%20b?c=d%20e&f=%C3%A9#g");
    assertThat(Response.redirect("/100%").header("Location")).contains("/100%25");
    assertThat(SetCookie.of("a", "b\"c").value()).isEqualTo("b%22c");
  }

  /** RFC 6265bis, 4.1.3 and 5.7: it would be gone without a word. */
  @Test
  void aCookieThatNoBrowserKeepsIsRefusedWhereItIsMade() {
    for (var bad : List.of("__Host-a / false LAX", "__host-a /b true LAX", "__Secure-a / false LAX",
        "a / false NONE")) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> cookie(bad, Duration.ZERO));
    }
    for (var good : List.of("__Host-a / true NONE", "__Secure-a /b true LAX", "a /b false LAX")) {
      assertThat(cookie(good, Duration.ZERO)).as(good).contains("; Max-Age=0;");
    }
  }

  @Test
  void aCookieIsNotForgottenBecauseItsTimeIsShortOrLong() {
    assertThat(cookie("a / true LAX", Duration.ofMillis(1))).contains("; Max-Age=1;");
    assertThat(cookie("a / true LAX", Duration.ofDays(7))).contains("; Max-Age=604800;");
    assertThat(cookie("a / true LAX", Duration.ofSeconds(Long.MAX_VALUE)))
        .contains("; Max-Age=2147483647;");
    assertThat(cookie("a / true LAX", Duration.ofSeconds(-5))).contains("; Max-Age=0;");
  }

  private static String cookie(String said, Duration time) {
    var part = said.split(" ", -1);
    var isSecure = Boolean.parseBoolean(part[2]);
    var sameSite = SetCookie.SameSite.valueOf(part[3]);
    return new SetCookie(part[0], "x", part[1], Optional.of(time), isSecure, true, sameSite).text();
  }

  /** J4: keys and values are cut between characters. */
  @Test
  void aKeyThatIsCutInTheMiddleOfACharacterDoesNotBreakTheError() {
    try (var client = way.client(app())) {
      for (var length = 60; length < 67; length++) {
        var key = "a".repeat(length) + EMOJI + EMOJI;
        var answer = client.post("/items/strict", "{\"name\":\"x\",\"" + key + "\":1}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problems()).hasSize(1);
      }
    }
  }

  @Test
  void anErrorMayHoldHalfOfACharacter() {
    var app =
        Covet.app()
            .get(
                "/",
                _ -> {
                  throw new NotFound("Hero " + EMOJI.charAt(0) + " not found");
                });
    try (var client = way.client(app)) {
      var answer = client.get("/");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).contains("Hero \ufffd not found");
    }
  }

  /** RFC 9110, 8.3: a charset may be quoted, and have the other name of UTF-8. */
  @Test
  void mediaTypesAreReadByTheStandard() {
    var good =
        List.of(
            "application/json",
            "APPLICATION/JSON",
            "application/json; charset=utf8",
            "application/json;charset=\"utf-8\"",
            "application/json; charset=us-ascii",
            "application/json; charset=\"UTF-8\"; profile=\"a;charset=x\"",
            "application/json ; CharSet=UTF8",
            "application/json;",
            "application/ld+json");
    var bad =
        List.of(
            "application/json; charset=utf-16",
            "application/json; charset=\"latin1\"",
            "application/json, text/plain",
            "text/plain",
            "application/jsonx",
            "+json",
            "json");
    try (var client = way.client(app())) {
      good.forEach(type -> assertThat(posted(client, type)).as(type).isEqualTo(201));
      bad.forEach(type -> assertThat(posted(client, type)).as(type).isEqualTo(415));
    }
  }

  private static int posted(TestClient client, String type) {
    var body = quoted("Ann").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return client.request(Method.POST, "/named").body(type, body).send().status();
  }
}
