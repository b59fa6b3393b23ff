package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.file.StaticFiles;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Compress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** P2, S4.scale.cdn, S3.stack.files: folders of files, on every way to the app. */
@ParameterizedClass
@EnumSource(Way.class)
class StaticFilesTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  /** Paths of what is not to be seen, or not there. */
  private static final String UNSEEN =
      """
      /.env /.git/config /.git /guide/.well-known /out.txt /up/outside.txt /loop /app.js/x /%20
      /app.js%20 //app.js /guide//index.html /..%3b/outside.txt /~root\
      """;

  /** Paths that the app refuses before it looks for anything. */
  private static final String REFUSED =
      """
      /../outside.txt /%2e%2e/outside.txt /..%2foutside.txt /..%5coutside.txt /app.js%00
      /guide/../../outside.txt /../web-private/a.txt /a%0d%0ab\
      """;

  @TempDir Path folder;

  private final Way way;

  StaticFilesTest(Way way) {
    this.way = way;
  }

  @BeforeEach
  void files() throws IOException {
    file("index.html", "<h1>home</h1>");
    file("app.js", "let a");
    file("guide/index.html", "<h1>guide</h1>");
    file(".env", "SECRET=1");
    file(".git/config", "secret");
    file(".well-known/security.txt", "Contact: us");
    Files.writeString(folder.resolve("outside.txt"), "secret");
  }

  private Path web() {
    return folder.resolve("web");
  }

  private Path file(String name, String text) throws IOException {
    var file = web().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.setLastModifiedTime(Files.writeString(file, text), FileTime.from(TIME));
  }

  private TestClient client() {
    return way.client(Covet.app().mount("/", StaticFiles.in(web())));
  }

  private static Answer get(TestClient client, String path, String... fields) {
    var request = client.request(Method.GET, path);
    for (var i = 0; i < fields.length; i += 2) request = request.header(fields[i], fields[i + 1]);
    return request.send();
  }

  @Test
  void aFileOfTheFolderIsSentAsAFile() {
    try (var client = client()) {
      var script = client.get("/app.js");
      assertThat(script.text()).isEqualTo("let a");
      assertThat(script.header("Content-Type")).contains("text/javascript; charset=utf-8");
      assertThat(script.header("Last-Modified")).contains("Fri, 02 Jan 2026 03:04:05 GMT");
      assertThat(script.header("Cache-Control")).contains("max-age=0");
      assertThat(script.header("Vary")).isEmpty();
      var tag = script.header("ETag").orElseThrow();
      assertThat(get(client, "/app.js", "If-None-Match", tag).status()).isEqualTo(304);
      assertThat(get(client, "/app.js", "Range", "bytes=0-2").text()).isEqualTo("let");
      assertThat(client.head("/app.js").header("Content-Length")).contains("5");
    }
  }

  @Test
  void aFolderIsItsIndexAndSaysWhereItsLinksLeadFrom() {
    try (var client = client()) {
      assertThat(client.get("/").text()).isEqualTo("<h1>home</h1>");
      assertThat(client.get("/guide/").text()).isEqualTo("<h1>guide</h1>");
      var bare = client.get("/guide?a=1");
      assertThat(bare.status()).isEqualTo(308);
      assertThat(bare.header("Location")).contains("./guide/?a=1");
      assertThat(client.get("/app.js/").status()).isEqualTo(404);
      assertThat(client.get("/.well-known").status()).isEqualTo(404);
    }
    try (var client = way.client(Covet.app().mount("/a/web", StaticFiles.in(web())))) {
      assertThat(client.get("/a/web/").text()).isEqualTo("<h1>home</h1>");
      assertThat(client.get("/a/web").header("Location")).contains("./web/");
      assertThat(client.get("/a/web/app.js").text()).isEqualTo("let a");
      assertThat(client.get("/a/webapp.js").status()).isEqualTo(404);
    }
  }

  @Test
  void routesWinAndAllElseIsNotFoundInTheUsualForm() {
    var app =
        Covet.app()
            .mount("/", StaticFiles.in(web()))
            .get("/app.js", _ -> Response.text("route"))
            .post("/orders", _ -> Response.text("ordered"));
    try (var client = way.client(app)) {
      assertThat(client.get("/app.js").text()).isEqualTo("route");
      assertThat(client.get("/orders").status()).isEqualTo(405);
      var none = client.get("/none.js");
      assertThat(none.status()).isEqualTo(404);
      assertThat(none.errorCode()).contains("NOT_FOUND");
      assertThat(none.header("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void aFileIsOnlyRead() {
    try (var client = client()) {
      var post = client.post("/app.js");
      assertThat(post.status()).isEqualTo(405);
      assertThat(post.header("Allow")).contains("GET, HEAD, OPTIONS");
      assertThat(client.delete("/app.js").status()).isEqualTo(405);
      assertThat(client.post("/none.js").status()).isEqualTo(404);
      var options = client.options("/app.js");
      assertThat(options.status()).isEqualTo(204);
      assertThat(options.header("Allow")).contains("GET, HEAD, OPTIONS");
    }
  }

  private void links() throws IOException {
    Files.createSymbolicLink(web().resolve("out.txt"), folder.resolve("outside.txt"));
    Files.createSymbolicLink(web().resolve("up"), folder);
    Files.createSymbolicLink(web().resolve("loop"), web().resolve("loop"));
    Files.createSymbolicLink(web().resolve("in.js"), Path.of("app.js"));
    Files.createSymbolicLink(web().resolve("app.js.gz"), folder.resolve("outside.txt"));
    var beside = Files.createDirectory(folder.resolve("web-private"));
    Files.writeString(beside.resolve("a.txt"), "secret");
  }

  @Test
  void nothingHiddenOrOutsideIsEverSent() throws IOException {
    links();
    try (var client = client()) {
      for (var path : (UNSEEN + " /" + "a".repeat(300)).split("\\s+", -1)) {
        var answer = client.get(path);
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("secret");
      }
      for (var path : REFUSED.split("\\s+", -1)) {
        assertThat(client.get(path).status()).as(path).isEqualTo(400);
      }
    }
  }

  @Test
  void linksLeadToFilesOfTheFolderAlone() throws IOException {
    links();
    try (var client = client()) {
      assertThat(client.get("/in.js").text()).isEqualTo("let a");
      assertThat(client.get("/.well-known/security.txt").text()).isEqualTo("Contact: us");
      var gzip = get(client, "/app.js", "Accept-Encoding", "gzip");
      assertThat(gzip.text()).isEqualTo("let a");
      assertThat(gzip.header("Content-Encoding")).isEmpty();
    }
  }

  /** A mounted volume of Kubernetes: files that are links into a hidden folder of the same. */
  @Test
  void aLinkWithinTheFolderIsTheFileThatItLeadsTo() throws IOException {
    file("..2026/page.html", "volume");
    Files.createSymbolicLink(web().resolve("..data"), Path.of("..2026"));
    Files.createSymbolicLink(web().resolve("page.html"), Path.of("..data/page.html"));
    var current = Files.createSymbolicLink(folder.resolve("current"), web());
    try (var client = way.client(Covet.app().mount("/", StaticFiles.in(current)))) {
      assertThat(client.get("/page.html").text()).isEqualTo("volume");
    }
  }

  @Test
  void whatChangesIsSeenAtTheNextRequest() throws IOException {
    try (var client = client()) {
      assertThat(client.get("/app.js").text()).isEqualTo("let a");
      Files.writeString(web().resolve("app.js"), "let b = 2");
      assertThat(client.get("/app.js").text()).isEqualTo("let b = 2");
      Files.delete(web().resolve("app.js"));
      assertThat(client.get("/app.js").status()).isEqualTo(404);
    }
  }

  @Test
  void aFileThatWasCompressedBeforeIsSentToThoseWhoAcceptIt() throws IOException {
    file("app.js.br", "BR");
    file("app.js.gz", "GZIP");
    try (var client = client()) {
      encoded(client, "gzip, deflate, br", "br", "BR");
      encoded(client, "gzip", "gzip", "GZIP");
      encoded(client, "br;q=0.1, gzip;q=0.9", "gzip", "GZIP");
      encoded(client, "br;q=0, *", "gzip", "GZIP");
      encoded(client, "*", "br", "BR");
      encoded(client, "abbr, deflate", "", "let a");
      encoded(client, "br;q=0, gzip;q=0", "", "let a");
      encoded(client, "identity, br;q=0.5", "", "let a");
      encoded(client, "", "", "let a");
      assertThat(client.get("/app.js.gz").header("Content-Type")).contains("application/gzip");
      assertThat(client.get("/app.js.gz").header("Content-Encoding")).isEmpty();
    }
  }

  private static void encoded(TestClient client, String accepted, String coding, String text) {
    var answer = get(client, "/app.js", "Accept-Encoding", accepted);
    assertThat(answer.text()).as(accepted).isEqualTo(text);
    assertThat(answer.header("Content-Encoding").orElse("")).isEqualTo(coding);
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.header("Content-Length")).contains("" + text.length());
    assertThat(answer.header("Content-Type")).contains("text/javascript; charset=utf-8");
  }

  @Test
  void eachCodingHasATagAndPartsOfItsOwn() throws IOException {
    file("app.js.gz", "GZIP!");
    try (var client = client()) {
      var plain = client.get("/app.js").header("ETag").orElseThrow();
      var gzip = get(client, "/app.js", "Accept-Encoding", "gzip").header("ETag").orElseThrow();
      assertThat(gzip).isNotEqualTo(plain);
      var known = get(client, "/app.js", "Accept-Encoding", "gzip", "If-None-Match", gzip);
      assertThat(known.status()).isEqualTo(304);
      assertThat(known.header("Vary")).contains("Accept-Encoding");
      assertThat(known.header("Content-Encoding")).isEmpty();
      var other = get(client, "/app.js", "Accept-Encoding", "gzip", "If-None-Match", plain);
      assertThat(other.status()).isEqualTo(200);
      var part = get(client, "/app.js", "Accept-Encoding", "gzip", "Range", "bytes=0-3");
      assertThat(part.text()).isEqualTo("GZIP");
      assertThat(part.header("Content-Range")).contains("bytes 0-3/5");
      assertThat(part.header("Content-Encoding")).contains("gzip");
      var mixed =
          get(client, "/app.js", "Accept-Encoding", "gzip", "Range", "bytes=1-", "If-Range", plain);
      assertThat(mixed.status()).isEqualTo(200);
      assertThat(mixed.text()).isEqualTo("GZIP!");
    }
  }

  @Test
  void aCompressedFileThatIsOlderThanItsFileIsLeftAlone() throws IOException {
    file("app.js.gz", "OLD");
    Files.writeString(web().resolve("app.js"), "let b");
    try (var client = client()) {
      assertThat(get(client, "/app.js", "Accept-Encoding", "gzip").text()).isEqualTo("let b");
    }
  }

  @Test
  void whatIsCompressedAlreadyIsNotCompressedAgain() throws IOException {
    file("app.js", "let a = 1;".repeat(500));
    file("app.js.br", "BR".repeat(1_000));
    var app = Covet.app().use(Compress.standard()).mount("/", StaticFiles.in(web()));
    try (var client = way.client(app)) {
      var br = get(client, "/app.js", "Accept-Encoding", "br, gzip");
      assertThat(br.header("Content-Encoding")).contains("br");
      assertThat(br.text()).isEqualTo("BR".repeat(1_000));
      var gzip = get(client, "/app.js", "Accept-Encoding", "gzip");
      assertThat(gzip.header("Content-Encoding")).contains("gzip");
      assertThat(gzip.header("Vary")).contains("Accept-Encoding");
    }
  }

  @Test
  void aNameWithAHashIsKeptForAYear() throws IOException {
    file("app.3f9a1c2b.js", "1");
    file("app-3f9a1c2b9d.css.map", "2");
    file("report-20240101.pdf", "3");
    file("assets/index-DiwrgTda.js", "4");
    file("facade12.js", "5");
    var forEver = "public, max-age=31536000, immutable";
    var app = Covet.app().mount("/", StaticFiles.in(web()).immutable("assets"));
    try (var client = way.client(app)) {
      for (var path :
          new String[] {
            "/app.3f9a1c2b.js", "/app-3f9a1c2b9d.css.map", "/assets/index-DiwrgTda.js"
          }) {
        assertThat(client.get(path).header("Cache-Control")).as(path).contains(forEver);
      }
      for (var path : new String[] {"/report-20240101.pdf", "/facade12.js", "/app.js"}) {
        assertThat(client.get(path).header("Cache-Control")).as(path).contains("max-age=0");
      }
      assertThat(client.get("/assets/none-3f9a1c2b.js").header("Cache-Control"))
          .contains("no-store");
      var tag = client.get("/app.3f9a1c2b.js").header("ETag").orElseThrow();
      var known = get(client, "/app.3f9a1c2b.js", "If-None-Match", tag);
      assertThat(known.header("Cache-Control")).contains(forEver);
    }
  }

  @Test
  void anAppOfOnePageGetsItWhereABrowserGoesToAPage() {
    var app =
        Covet.app()
            .mount("/", StaticFiles.in(web()).fallback("index.html"))
            .get("/api/orders", _ -> Response.text("none"));
    try (var client = way.client(app)) {
      var page = get(client, "/users/john.doe", "Accept", PAGE);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).isEqualTo("<h1>home</h1>");
      assertThat(page.header("Vary")).contains("Accept");
      assertThat(page.header("Cache-Control")).contains("max-age=0");
      assertThat(get(client, "/users/", "Accept", PAGE).text()).isEqualTo("<h1>home</h1>");
      assertThat(get(client, "/old.js", "Accept", "*/*").status()).isEqualTo(404);
      assertThat(get(client, "/api/none", "Accept", "application/json").status()).isEqualTo(404);
      assertThat(get(client, "/x", "Accept", "text/html;q=0").status()).isEqualTo(404);
      assertThat(client.get("/x").status()).isEqualTo(404);
      assertThat(get(client, "/.env", "Accept", PAGE).status()).isEqualTo(404);
      assertThat(get(client, "/api/orders", "Accept", PAGE).text()).isEqualTo("none");
      var post = client.request(Method.POST, "/users").header("Accept", PAGE).send();
      assertThat(post.status()).isEqualTo(404);
    }
  }

  @Test
  void aFolderThatIsNotThereStopsTheStartInProduction() {
    var app = Covet.app().mount("/", StaticFiles.in(folder.resolve("none")));
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> app.start(StartOptions.of(Mode.PRODUCTION)).close())
        .withMessageContaining("none");
    try (var client = way.client(app)) {
      assertThat(client.get("/a").status()).isEqualTo(404);
    }
  }

  @Test
  void whatIsNoPathWithinAFolderIsRefusedAtOnce() {
    var files = StaticFiles.in(web());
    for (var path : new String[] {"", "/", "../a", "a//b", ".env", "a/../b", "a\\b"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> files.fallback(path));
      assertThatIllegalArgumentException().isThrownBy(() -> files.immutable(path));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StaticFiles.onClassPath(StaticFilesTest.class, path));
    }
  }
}
