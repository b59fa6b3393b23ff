package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.AllowIps;
import dev.covet.web.middleware.Cors;
import dev.covet.web.middleware.CrossSite;
import dev.covet.web.middleware.SecurityHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** security.md C2, A8, S3.sec.iplist: who a client is when proxies stand before the app. */
class ProxiesTest {
  private static App app(String trusted) {
    return Covet.app()
        .set("TRUSTED_PROXIES", trusted)
        .get(
            "/",
            it ->
                Response.text(it.peer().getHostString() + " " + it.scheme() + " " + it.authority()))
        .get("/links", it -> Response.text("" + it.header("X-Forwarded-For").isPresent()));
  }

  private static Answer ask(App app, String... namesAndValues) {
    try (var client = TestClient.of(app).http1()) {
      var request = client.request(Method.GET, "/");
      for (var i = 0; i < namesAndValues.length; i += 2) {
        request = request.header(namesAndValues[i], namesAndValues[i + 1]);
      }
      return request.send();
    }
  }

  private static String first(Answer answer) {
    return answer.text().substring(0, answer.text().indexOf(' '));
  }

  @Test
  void whatAnyoneSaysOfHimselfIsIgnored() {
    for (var trusted : List.of("", "10.0.0.0/8")) {
      var answer =
          ask(
              app(trusted),
              "X-Forwarded-For",
              "203.0.113.9",
              "X-Forwarded-Proto",
              "https",
              "X-Forwarded-Host",
              "evil.example",
              "Forwarded",
              "for=203.0.113.9;proto=https");
      assertThat(answer.text()).startsWith("127.0.0.1 http localhost");
      assertThat(ask(app(trusted), "X-Forwarded-For", "nonsense").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.9                            | 203.0.113.9
          1.1.1.1, 203.0.113.9                   | 203.0.113.9
          nonsense, 203.0.113.9                  | 203.0.113.9
          1.1.1.1, 203.0.113.9, 10.1.2.3         | 203.0.113.9
          10.9.9.9, 10.1.2.3                     | 10.9.9.9
          203.0.113.9:4711                       | 203.0.113.9
          [2001:db8::9]:4711                     | 2001:db8:0:0:0:0:0:9
          2001:db8::9                            | 2001:db8:0:0:0:0:0:9
          ::ffff:203.0.113.9                     | 203.0.113.9
          ::ffff:10.1.2.3                        | 10.1.2.3
          1.1.1.1, unknown                       | unknown
          _hidden                                | unknown
          UNKNOWN, 10.1.2.3                      | unknown
          """)
  void theClientIsTheRightmostAddressThatNoTrustedProxyHas(String said, String client) {
    var app = app("127.0.0.0/8, 10.0.0.0/8");
    assertThat(first(ask(app, "X-Forwarded-For", said))).isEqualTo(client);
  }

  /** A proxy says no port, or one that is its own. */
  @Test
  void theLogNamesAClientBehindAProxyWithoutAPort() {
    try (var lines = new LogLines("dev.covet.requests")) {
      var app = app("127.0.0.1").set("LOG_REQUESTS", "all");
      ask(app, "X-Forwarded-For", "203.0.113.9", "X-Request-Id", "behind");
      assertThat(LogLines.values(lines.of("behind").getFirst()))
          .containsEntry("peer", "203.0.113.9");
    }
  }

  @Test
  void severalFieldsAreOneList() {
    var answer =
        ask(app("127.0.0.1"), "X-Forwarded-For", "1.1.1.1", "X-Forwarded-For", "203.0.113.9");
    assertThat(first(answer)).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "1.2.3",
        "1.2.3.256",
        "010.0.0.1",
        "1.1.1.1, example.org",
        "fe80::1%eth0",
        "[2001:db8::9",
        "203.0.113.9:x",
        "203.0.113.9; drop",
        "0x7f000001"
      })
  void anAddressThatIsNoneIs400(String said) {
    var answer = ask(app("127.0.0.1"), "X-Forwarded-For", said);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain(said);
  }

  @Test
  void schemeAndHostAreThoseThatTheProxySaysOfThatClient() {
    var app = app("127.0.0.1, 10.0.0.0/8");
    var lone = ask(app, "X-Forwarded-Proto", "HTTPS", "X-Forwarded-Host", "api.example.org:8443");
    assertThat(lone.text()).isEqualTo("unknown https api.example.org:8443");
    var two =
        ask(
            app,
            "X-Forwarded-For",
            "1.1.1.1, 203.0.113.9, 10.1.1.1",
            "X-Forwarded-Proto",
            "ftp, https, http",
            "X-Forwarded-Host",
            "evil.example, api.example.org, inner");
    assertThat(two.text()).isEqualTo("203.0.113.9 https api.example.org");
    var own =
        ask(
            app,
            "X-Forwarded-For",
            "192.168.7.7, 203.0.113.9, 10.1.1.1",
            "X-Forwarded-Proto",
            "https, http",
            "X-Forwarded-Host",
            "api.example.org, inner");
    assertThat(own.text()).isEqualTo("203.0.113.9 https api.example.org");
    var last = ask(app, "X-Forwarded-For", "1.1.1.1, 203.0.113.9", "X-Forwarded-Proto", "https");
    assertThat(last.text()).startsWith("203.0.113.9 https ");
    assertThat(ask(app, "X-Forwarded-Proto", "gopher").status()).isEqualTo(400);
    assertThat(ask(app, "X-Forwarded-Host", "a b").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for=203.0.113.9;proto=https;host=a.example             | 203.0.113.9 https a.example
          For="[2001:db8::9]:4711" ; proto=https;host=a.example  | 2001:db8:0:0:0:0:0:9 https a.example
          for=1.1.1.1;host=b, for=203.0.113.9;proto=https;host=a | 203.0.113.9 https a
          for=1.1.1.1;host=b, for=_hidden;proto=https;host=a     | unknown https a
          for=1.1.1.1, proto=https;host=a                        | unknown https a
          for="_hidden:_x";host=a                                | unknown http a
          for="203.0.113.9";by="a;b,c";proto=https;host="a"      | 203.0.113.9 https a
          for=203.0.113.9;proto=https;host=a;                    | 203.0.113.9 https a
          for=203.0.113.9;user="a\\\\";proto=https;host=a         | 203.0.113.9 https a
          <script>, for=203.0.113.9;proto=https;host=a           | 203.0.113.9 https a
          for=;;x, for=203.0.113.9;proto=https;host=a            | 203.0.113.9 https a
          """)
  void theStandardFieldIsReadWhereTheProxiesWriteIt(String said, String seen) {
    var app = app("127.0.0.1").set("TRUSTED_PROXY_HEADERS", "forwarded");
    assertThat(ask(app, "Forwarded", said, "X-Forwarded-For", "6.6.6.6").text()).isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for=nonsense",
        "for",
        "for=1.1.1.1;for=2.2.2.2",
        "for=\"1.1.1.1",
        "=;",
        "for=\"[::1\""
      })
  void aStandardFieldThatIsNoneIs400(String said) {
    var app = app("127.0.0.1").set("TRUSTED_PROXY_HEADERS", "forwarded");
    assertThat(ask(app, "Forwarded", said).status()).isEqualTo(400);
  }

  /** A client may write as much as fits into a head. */
  @Test
  void aStandardFieldMayBeLong() {
    var app = app("127.0.0.1").set("TRUSTED_PROXY_HEADERS", "forwarded");
    var answer = ask(app, "Forwarded", "user=\"" + "a".repeat(15_000) + "\", for=203.0.113.9");
    assertThat(first(answer)).isEqualTo("203.0.113.9");
  }

  /** A proxy may write the usual port, which browsers leave out. */
  @ParameterizedTest
  @CsvSource({
    "https://a.example, https, a.example:443, 405",
    "http://a.example, http, a.example:80, 405",
    "https://a.example:8443, https, a.example:8443, 405",
    "http://[::1], http, [::1]:80, 405",
    "https://a.example, https, a.example:80, 403",
    "https://a.example:8443, https, a.example, 403",
    "http://a.example, https, a.example, 403",
  })
  void aPageOfTheHostThatAProxyTellsIsNoOtherSite(
      String origin, String scheme, String host, int status) {
    var app = app("127.0.0.1").use(CrossSite.ofCookies(List.of()));
    try (var client = TestClient.of(app).http1()) {
      var sent =
          client
              .request(Method.POST, "/")
              .header("Origin", origin)
              .header("X-Forwarded-Proto", scheme)
              .header("X-Forwarded-Host", host)
              .send();
      assertThat(sent.status()).isEqualTo(status);
    }
  }

  @Test
  void whatTheProxiesDoNotWriteComesFromClientsAndIsIgnored() {
    assertThat(first(ask(app("127.0.0.1"), "Forwarded", "for=203.0.113.9"))).isEqualTo("127.0.0.1");
  }

  @Test
  void onlyTheseAddressesAreLetInBehindAProxyToo() {
    var app = app("127.0.0.1").use(AllowIps.of("203.0.113.0/24", "2001:db8::/32"));
    for (var in : List.of("203.0.113.9", "2001:db8::9", "::ffff:203.0.113.9")) {
      assertThat(ask(app, "X-Forwarded-For", in).status()).as(in).isEqualTo(200);
    }
    for (var out : List.of("203.0.114.9", "2001:db9::9", "203.0.113.9, 6.6.6.6")) {
      assertThat(ask(app, "X-Forwarded-For", out).status()).as(out).isEqualTo(403);
    }
    assertThat(ask(app).status()).isEqualTo(403);
    var direct = app("").use(AllowIps.of("203.0.113.0/24"));
    assertThat(ask(direct, "X-Forwarded-For", "203.0.113.9").status()).isEqualTo(403);
  }

  /** The proxy's own address is let in, for its probes; whom it does not name has none. */
  @Test
  void aClientWithoutAnAddressIsNotTheProxy() {
    var app = app("127.0.0.1").use(AllowIps.of("127.0.0.1"));
    assertThat(ask(app).status()).isEqualTo(200);
    for (var said : List.of("unknown", "_hidden", "")) {
      assertThat(ask(app, "X-Forwarded-For", said).status()).as(said).isEqualTo(403);
    }
    assertThat(ask(app, "X-Forwarded-Proto", "https").status()).isEqualTo(403);
  }

  /** It is counted and has the headers of every answer, also where nobody knows who asked. */
  @Test
  void whatIsMalformedIsSeenByWhoeverRunsTheApp() {
    var app = app("127.0.0.1").use(SecurityHeaders.standard(), Cors.of("https://app.example"));
    try (var client = TestClient.of(app).http1()) {
      var answer =
          client
              .header("X-Forwarded-For", "nonsense")
              .header("Origin", "https://app.example")
              .get("/");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("X-Frame-Options")).contains("DENY");
      assertThat(answer.header("Access-Control-Allow-Origin")).contains("https://app.example");
      assertThat(
              client
                  .metrics()
                  .value("requests_total", "method", "GET", "route", "/", "status", "400"))
          .isEqualTo(1);
    }
  }

  @Test
  void blocksThatAreNoneStopTheStart() {
    for (var bad : List.of("10.0.0.1/8", "10.0.0.0/33", "example.org", "10.0.0.0/08", "::/129")) {
      stops(app(bad), "TRUSTED_PROXIES must be addresses or blocks");
      stops(app("").use(AllowIps.of(bad)), "names no address");
    }
    stops(app("").use(AllowIps.of()), "lets nobody in");
    stops(app("").set("TRUSTED_PROXY_HEADERS", "both"), "must be one of x-forwarded, forwarded");
  }

  private static void stops(App app, String text) {
    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)).close())
        .hasMessageContaining(text);
  }
}
