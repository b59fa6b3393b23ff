package dev.covet.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import archive.Papers;
import archive.PapersClient;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Compress;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.stack.files, P2 (ranges), H9 (file names): files as answers, on every way to the app. */
@ParameterizedClass
@EnumSource(Way.class)
class FilesTest {
  private static final String TEXT = "0123456789";
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
  private static final String DATE = "Fri, 02 Jan 2026 03:04:05 GMT";

  @TempDir Path folder;

  private final Way way;

  FilesTest(Way way) {
    this.way = way;
  }

  private Path file(String name, String text) throws IOException {
    return at(TIME, Files.writeString(folder.resolve(name), text));
  }

  private static Path at(Instant time, Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private TestClient papers() throws IOException {
    file("digits.txt", TEXT);
    return way.client(Papers.app(folder));
  }

  private static Answer get(TestClient client, String path, String... fields) {
    var request = client.request(Method.GET, path);
    for (var i = 0; i < fields.length; i += 2) request = request.header(fields[i], fields[i + 1]);
    return request.send();
  }

  @Test
  void aPathIsItsFileWithAllThatClientsNeedToKeepIt() throws IOException {
    try (var client = papers()) {
      var answer = client.get("/papers/digits.txt");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo(TEXT);
      assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
      assertThat(answer.header("Content-Length")).contains("10");
      assertThat(answer.header("Last-Modified")).contains(DATE);
      assertThat(answer.header("Accept-Ranges")).contains("bytes");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("ETag")).hasValueSatisfying(tag -> assertThat(tag).startsWith("\""));
      var head = client.head("/papers/digits.txt");
      assertThat(head.bytes()).isEmpty();
      for (var name : new String[] {"Content-Length", "ETag", "Last-Modified", "Content-Type"}) {
        assertThat(head.header(name)).isEqualTo(answer.header(name));
      }
    }
  }

  @Test
  void everyFormOfAHandlersResultMayHoldAPath() throws IOException {
    try (var client = papers()) {
      var table = client.get("/papers/digits.txt/table");
      assertThat(table.header("Content-Type")).contains("text/csv");
      assertThat(client.get("/papers/digits.txt/found").text()).isEqualTo(TEXT);
      assertThat(client.get("/papers/none/found").status()).isEqualTo(404);
      var saved = client.get("/papers/digits.txt/saved");
      assertThat(saved.header("Content-Disposition"))
          .contains("attachment; filename=\"your copy\"");
      var copy = client.post("/papers/digits.txt/copy");
      assertThat(copy.status()).isEqualTo(201);
      assertThat(copy.text()).isEqualTo(TEXT);
      assertThat(copy.header("ETag")).isEmpty();
      assertThat(new PapersClient(client).read("digits.txt")).isEqualTo(TEXT.getBytes(UTF_8));
    }
  }

  @Test
  void whatIsNoFileIsNotFoundInTheUsualForm() throws IOException {
    Files.createDirectory(folder.resolve("inner"));
    try (var client = papers()) {
      for (var name : new String[] {"none.txt", "inner", "digits.txt%20"}) {
        var answer = client.get("/papers/" + name);
        assertThat(answer.status()).as(name).isEqualTo(404);
        assertThat(answer.errorCode()).contains("NOT_FOUND");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text()).doesNotContain(folder.toString());
      }
    }
  }

  @Test
  void aPartIsSentAsSuch() throws IOException {
    try (var client = papers()) {
      var part = get(client, "/papers/digits.txt", "Range", "bytes=2-4");
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.text()).isEqualTo("234");
      assertThat(part.header("Content-Range")).contains("bytes 2-4/10");
      assertThat(part.header("Content-Length")).contains("3");
      assertThat(part.header("ETag")).isNotEmpty();
      assertThat(get(client, "/papers/digits.txt", "Range", "bytes=-3").text()).isEqualTo("789");
      assertThat(get(client, "/papers/digits.txt", "Range", "bytes=0-5,3-8").text())
          .isEqualTo(TEXT);
    }
  }

  @Test
  void severalPartsAreOneBodyOfSeveral() throws IOException {
    try (var client = papers()) {
      var parts = get(client, "/papers/digits.txt", "Range", "bytes=1-3,6-8");
      assertThat(parts.status()).isEqualTo(206);
      assertThat(parts.header("Content-Range")).isEmpty();
      var type = parts.header("Content-Type").orElseThrow();
      var boundary = Pattern.compile("multipart/byteranges; boundary=(\\S+)").matcher(type);
      assertThat(boundary.matches()).isTrue();
      assertThat(parts.text())
          .isEqualTo(
              """

              --B
              Content-Type: text/plain; charset=utf-8
              Content-Range: bytes 1-3/10

              123
              --B
              Content-Type: text/plain; charset=utf-8
              Content-Range: bytes 6-8/10

              678
              --B--
              """
                  .replace("--B", "--" + boundary.group(1))
                  .replace("\n", "\r\n"));
      assertThat(parts.header("Content-Length")).contains("" + parts.bytes().length);
    }
  }

  @Test
  void whoAsksForWhatIsNotThereIsToldHowLongTheFileIs() throws IOException {
    try (var client = papers()) {
      var answer = get(client, "/papers/digits.txt", "Range", "bytes=10-");
      assertThat(answer.status()).isEqualTo(416);
      assertThat(answer.header("Content-Range")).contains("bytes */10");
      assertThat(answer.errorCode()).contains("RANGE_NOT_SATISFIABLE");
      file("empty", "");
      assertThat(get(client, "/papers/empty", "Range", "bytes=0-").status()).isEqualTo(416);
      var suffix = get(client, "/papers/empty", "Range", "bytes=-1");
      assertThat(suffix.status()).isEqualTo(200);
      assertThat(suffix.header("Content-Length")).contains("0");
    }
  }

  @Test
  void moreRangesThanTheLimitAreTheWholeFile() throws IOException {
    file("digits.txt", TEXT);
    try (var client = way.client(Papers.app(folder).set("RANGES_MAX", "2"))) {
      var two = get(client, "/papers/digits.txt", "Range", "bytes=0-0,2-2");
      assertThat(two.status()).isEqualTo(206);
      var three = get(client, "/papers/digits.txt", "Range", "bytes=0-0,2-2,4-4");
      assertThat(three.status()).isEqualTo(200);
      assertThat(three.text()).isEqualTo(TEXT);
    }
  }

  @Test
  void onlyGetHasParts() throws IOException {
    try (var client = papers()) {
      var head = client.request(Method.HEAD, "/papers/digits.txt").header("Range", "bytes=2-4");
      var answer = head.send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Length")).contains("10");
      var post = client.request(Method.POST, "/papers/digits.txt/copy");
      assertThat(post.header("Range", "bytes=2-4").send().text()).isEqualTo(TEXT);
    }
  }

  @Test
  void whoHasTheFileAlreadyGetsNoBytes() throws IOException {
    try (var client = papers()) {
      var tag = client.get("/papers/digits.txt").header("ETag").orElseThrow();
      var known = get(client, "/papers/digits.txt", "If-None-Match", tag, "Range", "bytes=0-1");
      assertThat(known.status()).isEqualTo(304);
      assertThat(known.bytes()).isEmpty();
      assertThat(known.header("ETag")).contains(tag);
      assertThat(known.header("Last-Modified")).contains(DATE);
      assertThat(known.header("Content-Type")).isEmpty();
      assertThat(known.header("Cache-Control")).contains("max-age=0");
      var since = get(client, "/papers/digits.txt", "If-Modified-Since", DATE);
      assertThat(since.status()).isEqualTo(304);
      var own = get(client, "/papers/digits.txt/tagged", "If-None-Match", "\"own\"");
      assertThat(own.status()).isEqualTo(304);
      var failed = get(client, "/papers/digits.txt", "If-Match", "\"x\"");
      assertThat(failed.status()).isEqualTo(412);
      assertThat(failed.errorCode()).contains("PRECONDITION_FAILED");
    }
  }

  /** A client that goes on with a download must not glue two files together. */
  @Test
  void partsOfAFileThatHasChangedAreTheWholeFile() throws IOException {
    try (var client = papers()) {
      var tag = client.get("/papers/digits.txt").header("ETag").orElseThrow();
      var on = get(client, "/papers/digits.txt", "If-Range", tag, "Range", "bytes=5-");
      assertThat(on.text()).isEqualTo("56789");
      at(TIME.plusSeconds(1), Files.writeString(folder.resolve("digits.txt"), "abcdefghij"));
      for (var state : new String[] {tag, "W/" + tag, DATE}) {
        var whole = get(client, "/papers/digits.txt", "If-Range", state, "Range", "bytes=5-");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).isEqualTo("abcdefghij");
      }
    }
  }

  /** A second change within the same moment might leave no trace. */
  @Test
  void theTagOfAFileThatWasJustWrittenIsWeak() throws IOException {
    try (var client = papers()) {
      Files.writeString(folder.resolve("new.txt"), "new");
      var fresh = client.get("/papers/new.txt").header("ETag").orElseThrow();
      assertThat(fresh).startsWith("W/\"");
      at(Instant.now().plus(Duration.ofDays(1)), folder.resolve("new.txt"));
      assertThat(client.get("/papers/new.txt").header("Last-Modified")).isEmpty();
    }
  }

  /** Images of containers, whose files have one time in all builds. */
  @Test
  void aTimeThatABuildHasSetTellsNothing() throws IOException {
    try (var client = papers()) {
      var page = at(Instant.ofEpochSecond(1), file("page.html", "one"));
      var first = client.get("/papers/page.html");
      assertThat(first.header("Last-Modified")).isEmpty();
      var tag = first.header("ETag").orElseThrow();
      assertThat(get(client, "/papers/page.html", "If-None-Match", tag).status()).isEqualTo(304);
      at(Instant.ofEpochSecond(1), Files.writeString(page, "two"));
      var changed = get(client, "/papers/page.html", "If-None-Match", tag);
      assertThat(changed.status()).isEqualTo(200);
      assertThat(changed.text()).isEqualTo("two");
    }
  }

  @Test
  void aNameToSaveItByIsEscapedWhateverItIs() throws IOException {
    try (var client = papers()) {
      var name = "a\"b\\c/../d\r\nX-Evil: 1 \u00e4\u4e2d.pdf";
      var answer = client.get("/papers/digits.txt/download?as=" + URLEncoder.encode(name, UTF_8));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("X-Evil")).isEmpty();
      assertThat(answer.header("Content-Type")).contains("application/pdf");
      assertThat(answer.header("Content-Disposition"))
          .contains(
              "attachment; filename=\"a_b_c_.._d__X-Evil: 1 __.pdf\"; filename*=UTF-8''"
                  + "a%22b%5Cc%2F..%2Fd%0D%0AX-Evil%3A%201%20%C3%A4%E4%B8%AD.pdf");
    }
  }

  @Test
  void aBigFileIsWholeInPartsAndCompressed() throws IOException {
    var text = random(300_000);
    file("big.txt", text);
    App app = Papers.app(folder).use(Compress.standard());
    try (var client = way.client(app)) {
      assertThat(client.get("/papers/big.txt").text()).isEqualTo(text);
      var tail = get(client, "/papers/big.txt", "Range", "bytes=100000-");
      assertThat(tail.text()).isEqualTo(text.substring(100_000));
      var gzip = get(client, "/papers/big.txt", "Accept-Encoding", "gzip");
      assertThat(gzip.header("Content-Encoding")).contains("gzip");
      assertThat(gzip.header("Accept-Ranges")).isEmpty();
      var part =
          get(client, "/papers/big.txt", "Accept-Encoding", "gzip", "Range", "bytes=0-99999");
      assertThat(part.header("Content-Encoding")).isEmpty();
      assertThat(part.text()).isEqualTo(text.substring(0, 100_000));
      var two = get(client, "/papers/big.txt", "Range", "bytes=0-69999,80000-299999");
      assertThat(two.header("Content-Length")).contains("" + two.bytes().length);
      assertThat(two.text()).contains(text.substring(0, 70_000)).contains(text.substring(80_000));
    }
  }

  private static String random(int length) {
    return new Random(1)
        .ints(length, 'a', 'f')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void middlewareMayAnswerWithAFileAndGivesAnErrorAnotherBody() throws IOException {
    var page = file("closed.html", "closed");
    var app =
        Covet.app()
            .use((_, _) -> Response.file(page).withStatus(503))
            .get("/", _ -> Response.text("open"));
    try (var client = way.client(app)) {
      var answer = get(client, "/", "Range", "bytes=0-1", "If-None-Match", "*");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).isEqualTo("closed");
    }
  }

  @Test
  void theDocumentSaysWhatBecomesOfAFile() throws IOException {
    try (var client = papers()) {
      var document = client.get("/openapi.json").text();
      var read = document.substring(document.indexOf("\"/papers/{name}\""));
      assertThat(read)
          .contains("\"206\"", "\"304\"", "\"404\"", "\"412\"", "\"416\"")
          .contains("application/octet-stream", "text/csv");
    }
  }
}
