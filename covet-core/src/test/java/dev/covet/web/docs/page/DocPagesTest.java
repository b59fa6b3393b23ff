package dev.covet.web.docs.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.NotFound;
import dev.covet.web.docs.AppForms;
import dev.covet.web.docs.Docs;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import dev.covet.web.middleware.Gzip;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requirement row S4.docs and the security row C9. */
class DocPagesTest {
  private static final Docs HEROES = Docs.title("Heroes");
  private static final byte[] OPEN_API = HEROES.openApi(List.of());
  private static final DocPages PAGES = pages(HEROES);

  private static DocPages pages(Docs docs) {
    var documents =
        new DocPages.Documents(
            () -> OPEN_API, () -> docs.openApi32(List.of(), AppForms.NONE), Optional.empty());
    return new DocPages(docs, documents, List.of());
  }

  @ParameterizedTest(name = "S4.docs: {0} is {1}")
  @CsvSource({
    "/openapi.json, application/json",
    "/openapi-3.2.json, application/json",
    "/docs, text/html; charset=utf-8",
    "/docs/ui.js, text/javascript; charset=utf-8",
    "/docs/ui.css, text/css; charset=utf-8",
    "/docs/icon.png, image/png",
    "/redoc, text/html; charset=utf-8",
    "/redoc/ui.js, text/javascript; charset=utf-8",
  })
  void servesWithMediaType(String path, String mediaType) {
    var response = get(path);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).hasValue(mediaType);
    assertThat(response.content().length()).isPositive();
  }

  @Test
  void aServerIsAUrlOrAPath() {
    for (var url : new String[] {"https://api.example.org/v1", "/api", "/"}) {
      assertThat(
              new String(
                  Docs.title("Heroes").server(url).openApi(List.of()), StandardCharsets.UTF_8))
          .contains("\"" + url + "\"");
    }
    for (var url :
        new String[] {"api", "localhost:8000/api", "api.example.org:443/v1", "https://"}) {
      assertThatThrownBy(() -> Docs.title("Heroes").server(url))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Docs.title("Heroes").server("api"))
        .hasMessage("A server is a URL or a path such as /api, not api");
  }

  @Test
  void servesTheDocumentAsItIs() {
    assertThat(text("/openapi.json")).isEqualTo(new String(OPEN_API, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/redoc", "/docs/oauth2-redirect.html"})
  void namesOnlyFilesThatItServes(String page) {
    var parent = page.substring(0, page.lastIndexOf('/') + 1);
    var links = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(text(page));
    var files = links.results().map(link -> parent + link.group(1)).toList();
    assertThat(files).isNotEmpty().isSubsetOf(PAGES.paths());
  }

  @Test
  void allFilesForbidFramesAndGuessing() { // C9
    for (var path : PAGES.paths()) {
      var response = get(path);
      assertThat(response.status()).as(path).isEqualTo(200);
      assertThat(response.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(response.header("Content-Security-Policy").orElseThrow())
          .as(path)
          .startsWith("default-src 'none';")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe", "http", "*");
    }
  }

  @Test
  void pagesHaveNoScriptOrStyleInline() { // C9
    for (var page : List.of("/docs", "/redoc")) {
      assertThat(text(page)).doesNotContain("<style", " style=", "<script>", "onload");
      assertThat(get(page).header("Content-Security-Policy").orElseThrow())
          .contains("script-src 'self';", "connect-src 'self';");
    }
  }

  @Test
  void loadsNothingFromOtherHosts() { // C9
    assertThat(text("/docs") + text("/redoc")).doesNotContain("//");
    assertThat(text("/docs/init.js") + text("/redoc/init.js")).doesNotContain("//");
    assertThat(text("/redoc/ui.js")).doesNotContain("cdn.redoc.ly").contains("src:\"data:,\"");
    assertThat(text("/docs/ui.css")).doesNotContainPattern("url\\([\"']?(?:https?:)?//");
    assertThat(text("/docs/ui.css") + text("/docs/page.css")).doesNotContain("@import");
  }

  @Test
  void swaggerUiKeepsNoTokensAndTakesNoConfigurationFromTheAddress() { // C9
    assertThat(text("/docs/init.js"))
        .contains("persistAuthorization: false", "queryConfigEnabled: false", "validatorUrl: null");
    assertThat(text("/redoc/init.js")).contains("sanitize: true");
  }

  @Test
  void escapesTheTitle() { // C9
    var pages = pages(Docs.title("</title><script>alert(1)</script>"));
    for (var page : List.of("/docs", "/redoc")) {
      assertThat(text(pages.handle(request(page))))
          .contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>");
    }
  }

  @Test
  void answers304ToWhoHasTheFile() {
    for (var path : PAGES.paths()) {
      var tag = get(path).header("ETag").orElseThrow();
      for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
        var response = PAGES.handle(request(path).withHeader("If-None-Match", known));
        assertThat(response.status()).as("%s %s", path, known).isEqualTo(304);
        assertThat(response.content()).isInstanceOf(Content.None.class);
        assertThat(response.header("ETag")).hasValue(tag);
        assertThat(response.header("Cache-Control")).hasValue("no-cache");
      }
    }
  }

  @Test
  void answers200ToWhoHasAnotherFile() {
    var other = get("/redoc/ui.js").header("ETag").orElseThrow();
    var response = PAGES.handle(request("/docs/ui.js").withHeader("If-None-Match", other));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).hasValue("no-cache");
  }

  @ParameterizedTest(name = "S4.docs: {0} is answered with {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "gzip | gzip",
        "GZIP, deflate, br, zstd | gzip",
        "x-gzip | gzip",
        "* | gzip",
        "br, *;q=0.1 | gzip",
        "gzip;q=0.001 | gzip",
        "identity;q=0.5, gzip;q=0.5 | gzip",
        "'' | nothing",
        "br | nothing",
        "identity | nothing",
        "gzip;q=0 | nothing",
        "gzip; q=0.000, * | nothing",
        "*;q=0 | nothing",
        "gzip;q=0.4, identity | nothing",
        "gzip;q=2 | nothing",
        "gzipped | nothing",
      })
  void compressesForWhoAcceptsIt(String accepted, @Nullable String coding) {
    var response = PAGES.handle(request("/docs/ui.js").withHeader("Accept-Encoding", accepted));

    assertThat(response.header("Content-Encoding")).isEqualTo(Optional.ofNullable(coding));
    assertThat(response.header("Vary")).hasValue("Accept-Encoding");
    assertThat(plain(response)).isEqualTo(bytes(get("/docs/ui.js")));
  }

  private static byte[] plain(Response response) {
    var bytes = bytes(response);
    return response.header("Content-Encoding").isPresent() ? Gzip.plain(bytes) : bytes;
  }

  @Test
  void aPageIsShortOnTheWay() {
    var all =
        Stream.of("/docs", "/docs/page.css", "/docs/ui.css", "/docs/ui.js", "/docs/init.js")
            .map(path -> PAGES.handle(request(path).withHeader("Accept-Encoding", "gzip")))
            .mapToLong(response -> bytes(response).length)
            .sum();

    assertThat(all).isLessThan(500_000);
  }

  @Test
  void imagesStayAsTheyAre() {
    var response = PAGES.handle(request("/docs/icon.png").withHeader("Accept-Encoding", "gzip"));

    assertThat(response.header("Content-Encoding")).isEmpty();
  }

  /** RFC 9110, 8.8.3.3: a cache must not take one for the other. */
  @Test
  void eachCodingHasATagOfItsOwn() {
    var plain = get("/docs").header("ETag").orElseThrow();
    var asked = request("/docs").withHeader("Accept-Encoding", "gzip");
    var gzip = PAGES.handle(asked).header("ETag").orElseThrow();

    assertThat(gzip).isNotEqualTo(plain);
    assertThat(PAGES.handle(asked.withHeader("If-None-Match", plain)).status()).isEqualTo(200);
    var known = PAGES.handle(asked.withHeader("If-None-Match", gzip));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("Vary")).hasValue("Accept-Encoding");
    assertThat(known.header("Content-Encoding")).isEmpty();
  }

  @Test
  void pagesLinkToEachOtherAndToTheDocument() {
    assertThat(text("/docs"))
        .contains("<a href=\"docs\" aria-current=\"page\">", "<a href=\"redoc\">")
        .contains("<a href=\"openapi.json\">");
    assertThat(text("/redoc"))
        .contains("<a href=\"docs\">", "<a href=\"redoc\" aria-current=\"page\">");
  }

  @Test
  void pagesAreDarkWhereTheSystemIs() {
    assertThat(text("/docs/page.css")).contains("@media (prefers-color-scheme: dark)");
    for (var script : List.of("/docs/init.js", "/redoc/init.js")) {
      assertThat(text(script)).contains("matchMedia(\"(prefers-color-scheme: dark)\")");
    }
    assertThat(text("/docs/ui.css")).contains("html.dark-mode");
  }

  @ParameterizedTest(name = "C9: {0} is not found")
  @ValueSource(
      strings = {
        "/docs/",
        "/docs/swagger-ui.js",
        "/docs/../openapi.json",
        "/docs/%2e%2e/openapi.json",
        "/docs/DocPages.class",
        "/docs//META-INF/MANIFEST.MF",
        "/redoc/redoc.standalone.js.map",
      })
  void findsNothingOutsideItsList(String path) {
    assertThatThrownBy(() -> get(path)).isInstanceOf(NotFound.class);
  }

  @Test
  void hasNoPagesWhenOff() {
    var off = pages(Docs.off());
    assertThat(off.paths()).isEmpty();
    assertThatThrownBy(() -> off.handle(request("/docs"))).isInstanceOf(NotFound.class);
  }

  private static Response get(String path) {
    return PAGES.handle(request(path));
  }

  private static String text(String path) {
    return text(get(path));
  }

  private static String text(Response response) {
    return new String(bytes(response), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Response response) {
    return ((Content.Bytes) response.content()).array();
  }

  private static Request request(String target) {
    var head = RequestHead.of(Method.GET, target).build();
    return Request.of(head, RequestBody.of(new byte[0]));
  }
}
