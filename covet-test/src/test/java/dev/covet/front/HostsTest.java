package dev.covet.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.Source;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Cors;
import dev.covet.web.middleware.HttpsRedirect;
import dev.covet.web.middleware.TrustedHosts;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.Mailing;

/**
 * security.md C1, C6: what a client says in {@code Host} decides nothing that others see, and what
 * it names as its next page leads to no other site.
 */
class HostsTest {
  /** What would lead a browser to another site, in all spellings. */
  private static final List<String> ELSEWHERE =
      List.of(
          "//evil.example",
          "///evil.example",
          "/\\evil.example",
          "/a\\b",
          "\\/evil.example",
          "\\\\evil.example",
          "/\t/evil.example",
          "\t//evil.example",
          "/\n/evil.example",
          "/\u0000",
          "/\u0085",
          " //evil.example",
          "evil.example",
          "hall",
          "javascript:alert(1)",
          "data:text/html,x",
          "https:evil.example",
          "https:/evil.example",
          "https://evil.example",
          "http://app.example.org/",
          "ftp://app.example.org/",
          "https://app.example.org.evil.example/",
          "https://evil.example/app.example.org",
          "https://evil.example#app.example.org",
          "https://app.example.org@evil.example/",
          "https://app.example.org:x@evil.example/",
          "https://user@app.example.org/",
          "https://evil.example\\@app.example.org/",
          "https://app.example.org\\.evil.example/",
          "https://evil.example%2f@app.example.org/",
          "https://app.exаmple.org/",
          "https:///app.example.org/",
          "https://",
          "?");

  private static App app() {
    return Covet.app()
        .get("/", it -> Response.text(it.authority()))
        .get("/live", _ -> Response.text("yes"));
  }

  private static int status(App app, String path, String host) {
    try (var client = TestClient.of(app).http1()) {
      return client.request(Method.GET, path).header("Host", host).send().status();
    }
  }

  @Test
  void onlyNamedHostsAreAnswered() {
    for (var app :
        List.of(
            app().set("TRUSTED_HOSTS", "api.example.org, *.shop.example"),
            app().use(TrustedHosts.of("api.example.org", "*.shop.example")))) {
      for (var host :
          List.of(
              "api.example.org", "API.Example.org:8080", "api.example.org.", "a.b.shop.example")) {
        assertThat(status(app, "/", host)).as(host).isEqualTo(200);
      }
      for (var host :
          List.of(
              "shop.example", "evilshop.example", "api.example.org.evil.example", "127.0.0.1")) {
        assertThat(status(app, "/", host)).as(host).isEqualTo(421);
      }
      assertThat(status(app, "/live", "10.1.2.3:8000")).isEqualTo(200);
    }
  }

  @Test
  void whatAProxySaysIsHeldToTheSameHosts() {
    var app = app().set("TRUSTED_HOSTS", "api.example.org").set("TRUSTED_PROXIES", "127.0.0.1");
    try (var client = TestClient.of(app).http1()) {
      var good = client.request(Method.GET, "/").header("X-Forwarded-Host", "api.example.org");
      assertThat(good.send().text()).isEqualTo("api.example.org");
      var bad = client.request(Method.GET, "/").header("X-Forwarded-Host", "evil.example");
      assertThat(bad.send().errorCode()).contains("MISDIRECTED_REQUEST");
    }
  }

  /** RFC 9112, 3.2.2: what the target names stands above {@code Host}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET http://evil.example/ HTTP/1.1     | api.example.org      | 421
          GET http://api.example.org/ HTTP/1.1  | evil.example         | 200
          GET http://api.example.org HTTP/1.1   | evil.example         | 200
          GET / HTTP/1.1                        | api.example.org:8000 | 200
          GET / HTTP/1.1                        | [::1]:8000           | 200
          GET / HTTP/1.1                        | [::2]                | 421
          GET / HTTP/1.1                        | ::1                  | 400
          GET / HTTP/1.1                        | ap%69.example.org    | 421
          GET http://ann@api.example.org/ HTTP/1.1 | api.example.org   | 400
          """)
  void aHostIsTheOneThatTheTargetOrTheFieldNames(String line, String host, int status)
      throws IOException {
    var options = StartOptions.of(Mode.TEST);
    try (var running = app().use(TrustedHosts.of("api.example.org", "[::1]")).start(options);
        var server = Server.start(running, ServerSettings.of("127.0.0.1", 0), running.loops());
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write((line + "\r\nHost: " + host + "\r\n\r\n").getBytes(UTF_8));
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(in.readLine()).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void hostsThatAreNoneStopTheStart() {
    for (var bad :
        List.of("https://api.example.org", "api.example.org:80", "*", "a.*.org", "a b")) {
      stops(app().use(TrustedHosts.of(bad)), "TrustedHosts: ");
      stops(app().set("TRUSTED_HOSTS", bad), "TRUSTED_HOSTS must be names");
    }
    stops(app().use(TrustedHosts.of()), "names no host");
  }

  private static void stops(App app, String text) {
    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)).close())
        .hasMessageContaining(text);
  }

  /** github.com/gin-gonic/gin/issues/2458 */
  @Test
  void pagesOfOtherOriginsReadWhatIsSaidOfHostAndScheme() throws Exception {
    var origin = "https://app.example.org";
    var app = app().use(TrustedHosts.of("127.0.0.1"), HttpsRedirect.standard(), Cors.of(origin));
    var options = StartOptions.of(Mode.PRODUCTION).with(Source.code(Map.of("DOCS", "off")));
    try (var running = app.start(options);
        var server = Server.start(running, ServerSettings.of("127.0.0.1", 0), running.loops());
        var http = HttpClient.newHttpClient()) {
      var moved = post(http, server.port(), "/a", "Origin", origin);
      assertThat(moved.statusCode()).isEqualTo(308);
      assertThat(moved.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    }
    try (var client = TestClient.of(app).http1()) {
      var other =
          client.request(Method.GET, "/").header("Host", "other").header("Origin", origin).send();
      assertThat(other.status()).isEqualTo(421);
      assertThat(other.header("Access-Control-Allow-Origin")).contains(origin);
    }
  }

  @Test
  void plainHttpLeadsToHttpsInProduction() throws IOException, InterruptedException {
    var app = app().post("/a", _ -> Response.text("a")).set("TRUSTED_PROXIES", "127.0.0.1");
    var options = StartOptions.of(Mode.PRODUCTION).with(Source.code(Map.of("DOCS", "off")));
    try (var running = app.use(HttpsRedirect.standard()).start(options);
        var server = Server.start(running, ServerSettings.of("127.0.0.1", 0), running.loops());
        var http = HttpClient.newHttpClient()) {
      var moved = post(http, server.port(), "/a%20b?c=%2F&d=1");
      assertThat(moved.statusCode()).isEqualTo(308);
      assertThat(moved.headers().firstValue("Location"))
          .contains("https://127.0.0.1/a%20b?c=%2F&d=1");
      var local = post(http, server.port(), "//evil.example/x").headers().firstValue("Location");
      assertThat(local).contains("https://127.0.0.1//evil.example/x");
      var byProxy = post(http, server.port(), "/x", "X-Forwarded-Host", "api.example.org:8443");
      assertThat(byProxy.headers().firstValue("Location")).contains("https://api.example.org/x");
      assertThat(post(http, server.port(), "/live").statusCode()).isEqualTo(405);
      assertThat(post(http, server.port(), "/a", "X-Forwarded-Proto", "https").body())
          .isEqualTo("a");
    }
    var known = app.set("PUBLIC_URL", "https://api.example.org").use(HttpsRedirect.standard());
    try (var running = known.start(options);
        var server = Server.start(running, ServerSettings.of("127.0.0.1", 0), running.loops());
        var http = HttpClient.newHttpClient()) {
      var moved = post(http, server.port(), "/a?b=1", "X-Forwarded-Host", "evil.example");
      assertThat(moved.headers().firstValue("Location"))
          .as("security.md C1")
          .contains("https://api.example.org/a?b=1");
    }
    try (var client = TestClient.of(app.use(HttpsRedirect.standard())).http1()) {
      assertThat(client.get("/").status()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> post(
      HttpClient http, int port, String target, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .POST(HttpRequest.BodyPublishers.ofString("body"));
    if (headers.length > 0) request.headers(headers);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void linksAreMadeOfWhatTheOperatorSaysAlone() {
    var app = Covet.app().add(Mailing.class).set("PUBLIC_URL", "https://api.example.org/base/");
    try (var client = TestClient.of(app).http1()) {
      var asked = client.request(Method.GET, "/mailing/7").header("Host", "evil.example");
      assertThat(asked.send().text()).isEqualTo("https://api.example.org/base/mailing/7");
    }
    var bare = Covet.app().add(Mailing.class);
    try (var client = TestClient.of(bare)) {
      assertThat(client.get("/mailing/7").text()).isEqualTo("http://127.0.0.1:8000/mailing/7");
    }
    assertThatThrownBy(() -> bare.start(StartOptions.of(Mode.PRODUCTION)).close())
        .hasMessageContaining("PUBLIC_URL is missing");
    for (var bad :
        List.of("api.example.org", "ftp://a", "https://a?b", "https://ann@a", "https://")) {
      stops(bare.set("PUBLIC_URL", bad), "PUBLIC_URL must be a UR");
    }
  }

  private static String to(String target) {
    return "/mailing/on?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
  }

  @Test
  void whatAClientNamesLeadsToNoOtherSite() {
    var app = Covet.app().add(Mailing.class).set("REDIRECT_HOSTS", "app.example.org, localhost");
    try (var client = TestClient.of(app).http1()) {
      for (var bad : ELSEWHERE) {
        var answer = client.get(to(bad));
        assertThat(answer.errorCode()).as(bad).contains("BAD_REQUEST");
        assertThat(answer.text()).doesNotContain("evil");
      }
      for (var good :
          List.of(
              "/",
              "/a?b=//c#d",
              "/%5Cevil.example",
              "/%2F/evil.example",
              "https://app.example.org/x?y",
              "HTTPS://APP.example.org:8443/",
              "http://localhost:3000/")) {
        assertThat(client.get(to(good)).header("Location")).contains(good);
      }
    }
    try (var client = TestClient.of(Covet.app().add(Mailing.class))) {
      assertThat(client.get(to("https://app.example.org/")).status()).isEqualTo(400);
    }
    stops(app.set("REDIRECT_HOSTS", "https://a"), "REDIRECT_HOSTS must be names");
  }
}
