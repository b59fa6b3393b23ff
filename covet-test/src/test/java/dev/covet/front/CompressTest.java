package dev.covet.front;

import static memos.MemoTable.MEMO;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Compress;
import dev.covet.web.middleware.ETags;
import dev.covet.web.middleware.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import memos.Memos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.res.gzip, security.md C8: what is compressed, for whom, and what is not. */
@ParameterizedClass
@EnumSource(Way.class)
class CompressTest {
  private static final String LONG = "0123456789 and so on; ".repeat(100);
  private static final String HUGE = LONG.repeat(200);

  private final Way way;

  CompressTest(Way way) {
    this.way = way;
  }

  private static Response stream(String text, int times) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Response.of(
        200,
        "text/plain",
        new Content.Stream(
            -1,
            out -> {
              for (var i = 0; i < times; i++) out.write(bytes);
            }));
  }

  private static App app() {
    return Covet.app()
        .use(Compress.standard())
        .get("/long", _ -> Response.text(LONG).withHeader("ETag", "\"1\""))
        .get("/weak", _ -> Response.text(LONG).withHeader("ETag", "W/\"1\""))
        .get("/huge", _ -> Response.text(HUGE))
        .get("/short", _ -> Response.text("short"))
        .get(
            "/json", _ -> Response.json(422, ("\"" + LONG + "\"").getBytes(StandardCharsets.UTF_8)))
        .get("/image", _ -> Response.bytes("image/png", LONG.getBytes(StandardCharsets.UTF_8)))
        .get("/coded", _ -> Response.text(LONG).withHeader("Content-Encoding", "br"))
        .get("/kept", _ -> Response.text(LONG).withHeader("Cache-Control", "no-transform"))
        .get("/digest", _ -> Response.text(LONG).withHeader("Repr-Digest", "sha-256=:AA==:"))
        .get("/cookie", _ -> Response.text(LONG).withHeader("Set-Cookie", "a=b"))
        .get(
            "/part",
            _ -> Response.text(LONG).withStatus(206).withHeader("Content-Range", "bytes 0-9/10"))
        .get("/empty", _ -> Response.text(LONG).withStatus(204))
        .get("/events", _ -> Response.of(200, "text/event-stream", new Content.Stream(-1, _ -> {})))
        .get("/stream", _ -> stream(LONG, 200));
  }

  private static Answer get(TestClient client, String path) {
    return client.request(Method.GET, path).header("Accept-Encoding", "gzip").send();
  }

  private static boolean isGzip(Answer answer) {
    return answer.header("Content-Encoding").isPresent();
  }

  private static String plain(Answer answer) {
    return new String(Gzip.plain(answer.bytes()), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsLongAndGetsShorterIsCompressedForWhoAsks() {
    try (var client = way.client(app())) {
      var answer = get(client, "/long");
      assertThat(answer.header("Content-Encoding")).contains("gzip");
      assertThat(answer.header("Vary")).contains("Accept-Encoding");
      assertThat(answer.header("Content-Length")).contains("" + answer.bytes().length);
      assertThat(answer.bytes().length).isLessThan(LONG.length() / 5);
      assertThat(plain(answer)).isEqualTo(LONG);
      assertThat(plain(get(client, "/huge"))).isEqualTo(HUGE);
      assertThat(plain(get(client, "/json"))).contains(LONG);

      var asIs = client.get("/long");
      assertThat(asIs.text()).isEqualTo(LONG);
      assertThat(asIs.header("Vary")).contains("Accept-Encoding");
    }
  }

  @Test
  void aClientGetsWhatItAsksFor() {
    try (var client = way.client(app())) {
      for (var refused :
          List.of(
              "identity;q=0",
              "gzip;q=0.5, identity;q=1",
              "gzip;q=0",
              "*;q=0",
              "identity;q=0.5, *;q=0",
              "deflate",
              "gzip;q=2",
              "gzip;q=-1",
              "gzip;q=NaN",
              "gzip;q=0.0001",
              "gzip;q=1e0",
              "gzip;level=9",
              "gzip;",
              ";q=1",
              ",,;;==,q",
              "gzip br",
              "")) {
        assertThat(isGzip(accepting(client, refused))).as(refused).isFalse();
      }
    }
  }

  /** RFC 9110, 12.5.3: by weight, and of what weighs the same the first of br, zstd, gzip. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                            | gzip
          x-gzip                          | gzip
          GZIP;q=1.0                      | gzip
          BR                              | br
          *                               | br
          identity;q=0, *;q=0.1           | br
          br;q=0, *                       | zstd
          br, gzip;q=0.5                  | br
          br;q=0.4, gzip;q=0.5            | gzip
          gzip, deflate, br, zstd         | br
          gzip, deflate, zstd             | zstd
          zstd;q=1.0, br;q=0.999          | zstd
          gzip;q=0.2, *;q=0.1             | gzip
          br;q=0.5, identity;q=0.6, gzip  | gzip
          zstd ; q = 0.5 , br;q=0         | zstd
          br;q=0, br                      |
          br;q=0.5, zstd;q=0.5, identity  |
          """)
  void ofSeveralCodingsItIsTheBest(String accepted, String coding) {
    try (var client = way.client(app())) {
      var answer = accepting(client, accepted);
      assertThat(answer.header("Content-Encoding")).isEqualTo(Optional.ofNullable(coding));
      assertThat(decoded(answer)).isEqualTo(LONG);
    }
  }

  private static String decoded(Answer answer) {
    try {
      var bytes =
          switch (answer.header("Content-Encoding").orElse("")) {
            case "gzip" -> Gzip.plain(answer.bytes());
            case "br" -> Decoder.decompress(answer.bytes()).getDecompressedData();
            case "zstd" ->
                new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(answer.bytes()))
                    .readAllBytes();
            default -> answer.bytes();
          };
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "gzip"})
  void everyCodingDoesWhatGzipDoes(String coding, @TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), HUGE);
    var app = app().get("/file", _ -> Response.file(file));
    try (var client = way.client(app)) {
      for (var path : List.of("/huge", "/stream", "/file")) {
        var answer = client.request(Method.GET, path).header("Accept-Encoding", coding).send();
        assertThat(answer.header("Content-Encoding")).as(path).contains(coding);
        assertThat(answer.bytes().length).as(path).isLessThan(HUGE.length() / 50);
        assertThat(decoded(answer)).as(path).isEqualTo(HUGE);
      }
      for (var path :
          List.of("/short", "/image", "/coded", "/kept", "/cookie", "/empty", "/digest")) {
        var answer = client.request(Method.GET, path).header("Accept-Encoding", coding).send();
        assertThat(answer.header("Vary").orElse("")).as(path).doesNotContain("Accept-Encoding");
      }
      for (var range : List.of("bytes=0-9", "bytes=0-1,5-6")) {
        var part = client.request(Method.GET, "/file").header("Range", range);
        assertThat(part.header("Accept-Encoding", "identity").send().header("Vary"))
            .as(range)
            .contains("Accept-Encoding");
      }
      var head = client.request(Method.HEAD, "/long").header("Accept-Encoding", coding).send();
      assertThat(head.header("Content-Encoding")).contains(coding);
      assertThat(head.header("ETag")).contains("\"1-" + coding + "\"");
    }
  }

  /** A weight for each of a thousand codings is read in no time, and the rest goes on. */
  @Test
  void aHostileListIsReadOnce() {
    try (var client = way.client(app())) {
      for (var part : List.of("a;q=0.1,", ",", ";", "q=,", "gzip;q=0.0,", "*;q=1 ,", "br;q=  ")) {
        var list = part.repeat(8_000 / part.length());
        assertThat(accepting(client, list).status()).as(part).isEqualTo(200);
      }
    }
  }

  /** RFC 9110, 8.8.3.3 and 13.1.2: bytes in one coding are not those of another. */
  @Test
  void aTagOfOneCodingAnswersNoRequestForAnother() {
    var app = app().use(ETags.ofContent());
    try (var client = way.client(app)) {
      for (var has : List.of("br", "zstd", "gzip")) {
        for (var asks : List.of("br", "zstd", "gzip", "identity")) {
          var answer =
              client
                  .request(Method.GET, "/long")
                  .header("Accept-Encoding", asks)
                  .header("If-None-Match", "\"1-" + has + "\"")
                  .send();
          assertThat(answer.status()).as(has + " " + asks).isEqualTo(has.equals(asks) ? 304 : 200);
          if (asks.equals("identity")) assertThat(answer.header("ETag")).contains("\"1\"");
          else assertThat(answer.header("ETag")).contains("\"1-" + asks + "\"");
        }
      }
      var weakened =
          client
              .request(Method.GET, "/long")
              .header("Accept-Encoding", "br, gzip")
              .header("If-None-Match", "W/\"1-gzip\", W/\"1-br\"")
              .send();
      assertThat(weakened.status()).isEqualTo(304);
      assertThat(weakened.header("ETag")).contains("\"1-br\"");
    }
  }

  private static Answer accepting(TestClient client, String accepted) {
    return client.request(Method.GET, "/long").header("Accept-Encoding", accepted).send();
  }

  @Test
  void whoRefusesThePlainBytesGetsShortOnesCompressedToo() {
    try (var client = way.client(app())) {
      var request =
          client.request(Method.GET, "/short").header("Accept-Encoding", "gzip, identity;q=0");
      assertThat(plain(request.send())).isEqualTo("short");
    }
  }

  @Test
  void theRestIsLeftAsItIs() {
    try (var client = way.client(app())) {
      for (var path :
          List.of(
              "/short", "/image", "/coded", "/kept", "/cookie", "/part", "/empty", "/events",
              "/digest")) {
        var answer = get(client, path);
        assertThat(answer.header("Content-Encoding").orElse("")).as(path).isNotEqualTo("gzip");
        assertThat(answer.header("ETag")).as(path).isEmpty();
      }
    }
  }

  @Test
  void aStreamIsCompressedWhileItIsWritten() {
    try (var client = way.client(app())) {
      var answer = get(client, "/stream");
      assertThat(answer.header("Content-Length")).isEmpty();
      assertThat(plain(answer)).isEqualTo(HUGE);
    }
  }

  @Test
  void aFileIsCompressedToo(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), HUGE);
    var app = Covet.app().use(Compress.standard()).get("/file", _ -> Response.file(file));
    try (var client = way.client(app)) {
      assertThat(plain(get(client, "/file"))).isEqualTo(HUGE);
    }
  }

  /** S3.ep.users.head. */
  @Test
  void headSaysWhatGetSaysButForTheLength() {
    try (var client = way.client(app())) {
      var answer = client.request(Method.HEAD, "/long").header("Accept-Encoding", "gzip").send();
      assertThat(answer.header("Content-Encoding")).contains("gzip");
      assertThat(answer.header("ETag")).contains("\"1-gzip\"");
      assertThat(answer.header("Content-Length")).isEmpty();
      assertThat(answer.bytes()).isEmpty();
    }
  }

  @Test
  void eachCodingHasATagOfItsOwnThatIsUnderstoodWhenItComesBack() {
    var app = app().use(ETags.ofContent());
    try (var client = way.client(app)) {
      assertThat(get(client, "/long").header("ETag")).contains("\"1-gzip\"");
      assertThat(get(client, "/weak").header("ETag")).contains("W/\"1\"");
      assertThat(client.get("/long").header("ETag")).contains("\"1\"");
      for (var tag : List.of("\"1-gzip\"", "\"1\"")) {
        var again =
            client
                .request(Method.GET, "/long")
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", tag)
                .send();
        assertThat(again.status()).as(tag).isEqualTo(304);
        assertThat(again.header("ETag")).contains(tag);
        assertThat(again.header("Vary")).contains("Accept-Encoding");
        assertThat(again.header("Content-Encoding")).isEmpty();
      }
    }
  }

  @Test
  void aRouteCanAskForPlainAnswers() {
    var app =
        Covet.app()
            .install(Database.memory().tables(MEMO))
            .use(Compress.standard())
            .add(Memos.class);
    try (var client = way.client(app)) {
      assertThat(isGzip(get(client, "/memos/secret"))).isFalse();
    }
    try (var client = way.client(Covet.app().use(Compress.standard()).mount("/in", app))) {
      assertThat(isGzip(get(client, "/in/memos/secret"))).isFalse();
    }
  }

  @Test
  void theLeastLengthIsASettingAndNothingIsCompressedTwice() throws IOException {
    var app = app().set("COMPRESS_BYTES_MIN", "5");
    try (var client = way.client(Covet.app().use(Compress.standard()).mount("/in", app))) {
      var answer = get(client, "/in/short");
      try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
        assertThat(in.readAllBytes()).asString().isEqualTo("short");
      }
      assertThat(get(client, "/docs").header("ETag").orElse("")).endsWith("-gzip\"");
    }
  }

  @Test
  void theDocumentsKeepTheirOwnTags() {
    try (var client = way.client(app())) {
      var tag = get(client, "/docs/ui.js").header("ETag").orElseThrow();
      var again =
          client
              .request(Method.GET, "/docs/ui.js")
              .header("Accept-Encoding", "gzip")
              .header("If-None-Match", tag)
              .send();
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.header("ETag")).contains(tag);
    }
  }
}
