package dev.covet.front;

import static java.util.stream.Collectors.joining;
import static memos.MemoTable.MEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.data.Database;
import dev.covet.schema.BodySchema;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Compress;
import dev.covet.web.middleware.ETags;
import dev.covet.web.middleware.IfMatchRequired;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import memos.Memo;
import memos.Memos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S4.scale.cdn, security.md C7, beyond.md 22: who has an answer already, and who has seen an old
 * state.
 */
@ParameterizedClass
@EnumSource(Way.class)
class ConditionalTest {
  private final Way way;

  ConditionalTest(Way way) {
    this.way = way;
  }

  private TestClient client(App app) {
    return way.client(app).allowRepeats();
  }

  private static App memos() {
    return Covet.app().install(Database.memory().tables(MEMO)).add(Memos.class);
  }

  private static Answer send(TestClient client, Method method, String path, String... fields) {
    var request = client.request(method, path);
    for (var i = 0; i < fields.length; i += 2) request = request.header(fields[i], fields[i + 1]);
    return (method == Method.GET || method == Method.DELETE
            ? request
            : request.json("{\"text\":\"b\"}"))
        .send();
  }

  @Test
  void aClientThatHasTheAnswerGetsNoBody() {
    var app =
        Covet.app()
            .use(ETags.ofContent())
            .get("/a", _ -> Response.text("a").withHeader("Cache-Control", "max-age=9"))
            .get("/b", _ -> Response.text("b"))
            .get("/own", _ -> Response.text("x").withHeader("ETag", "W/\"mine\""))
            .get("/cookie", _ -> Response.text("x").withHeader("Set-Cookie", "a=b"))
            .get("/unkept", _ -> Response.text("x").withHeader("Cache-Control", "no-store"))
            .get("/stream", _ -> Response.of(200, "text/plain", new Content.Stream(-1, _ -> {})))
            .post("/a", _ -> Response.text("a"));
    try (var client = client(app)) {
      var tag = client.get("/a").header("ETag").orElseThrow();
      assertThat(tag).matches("\"[A-Za-z0-9_-]{20}\"");
      assertThat(client.get("/b").header("ETag").orElseThrow()).isNotEqualTo(tag);
      for (var known : new String[] {tag, "W/" + tag, "*", "\"x\", " + tag, "\"a,b\"," + tag}) {
        for (var method : new Method[] {Method.GET, Method.HEAD}) {
          var again = client.request(method, "/a").header("If-None-Match", known).send();
          assertThat(again.status()).as(known).isEqualTo(304);
          assertThat(again.bytes()).isEmpty();
          assertThat(again.header("ETag")).contains(tag);
          assertThat(again.header("Cache-Control")).contains("max-age=9");
          assertThat(again.header("Content-Type")).isEmpty();
        }
      }
      assertThat(send(client, Method.GET, "/a", "If-None-Match", "\"x\"").text()).isEqualTo("a");
      assertThat(send(client, Method.GET, "/own", "If-None-Match", "\"mine\"").status())
          .isEqualTo(304);
      for (var path : new String[] {"/cookie", "/unkept", "/stream", "/nowhere"}) {
        assertThat(client.get(path).header("ETag")).as(path).isEmpty();
      }
      assertThat(client.post("/a", "{}").header("ETag")).isEmpty();
    }
  }

  @Test
  void aRowsTagBeginsWithItsVersion() {
    try (var client = client(memos())) {
      client.post("/memos", "{\"text\": \"a\"}");
      var one = client.get("/memos/1").header("ETag").orElseThrow();
      assertThat(one).startsWith("\"0.");
      assertThat(client.get("/memos/1/reply").header("ETag")).contains(one);
      assertThat(client.get("/memos").header("ETag").orElseThrow()).doesNotContain(".");
      assertThat(client.get("/memos/9").header("ETag")).isEmpty();
      assertThat(send(client, Method.GET, "/memos/1", "If-None-Match", one).status())
          .isEqualTo(304);
    }
  }

  /** A version alone says nothing of what else is in the answer. */
  @Test
  void theTagOfARowHasAHashAlsoWhereNobodyKeepsTheAnswer() {
    for (var field : List.of("Set-Cookie: a=b", "Cache-Control: no-store")) {
      var parts = field.split(": ", -1);
      var shelf = new AtomicReference<>("full");
      var app =
          Covet.app()
              .use(ETags.ofContent())
              .get(
                  "/",
                  _ ->
                      Response.text(shelf.get())
                          .withHeader("ETag", "\"0.\"")
                          .withHeader(parts[0], parts[1]));
      try (var client = client(app)) {
        var seen = client.get("/").header("ETag").orElseThrow();
        assertThat(seen).matches("\"0\\.[A-Za-z0-9_-]{20}\"");
        assertThat(send(client, Method.GET, "/", "If-None-Match", seen).status()).isEqualTo(304);
        shelf.set("empty");
        assertThat(send(client, Method.GET, "/", "If-None-Match", seen).text()).isEqualTo("empty");
      }
    }
  }

  @Test
  void theTagOfAProjectionHasTheVersionOfItsRow() {
    try (var client = client(memos())) {
      client.post("/memos", "{\"text\": \"a\"}");
      for (var path : new String[] {"/memos/1/title", "/memos/1/whole"}) {
        var seen = client.get(path).header("ETag").orElseThrow();
        var changed = send(client, Method.PATCH, "/memos/1", "If-Match", seen);
        assertThat(changed.status()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void whatIsChangedSaysItsNextTag() {
    try (var client = client(memos())) {
      client.post("/memos", "{\"text\": \"a\"}");
      var changed = send(client, Method.PATCH, "/memos/1", "If-Match", "\"0\"");
      var tag = changed.header("ETag").orElseThrow();
      assertThat(tag).startsWith("\"1.");
      assertThat(client.get("/memos/1").header("ETag")).contains(tag);
      assertThat(send(client, Method.PUT, "/memos/1", "If-Match", tag).header("ETag")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "W/\"0.x\", weak",
    "0, is not in quotes",
    "'\"abc\"', has the version",
    "*, the ETag that you were given"
  })
  void whoSaysNoStateIsToldWhatToSend(String tag, String told) {
    try (var client = client(memos())) {
      client.post("/memos", "{\"text\": \"a\"}");
      assertThat(send(client, Method.PATCH, "/memos/1", "If-Match", tag).text()).contains(told);
    }
  }

  @Test
  void nobodyWritesOverWhatHeHasNotSeen() {
    try (var client = client(memos().use(Compress.standard()))) {
      client.post("/memos", "{\"text\": \"a\"}");
      var seen = client.get("/memos/1").header("ETag").orElseThrow();
      for (var method : new Method[] {Method.PUT, Method.PATCH, Method.DELETE}) {
        assertThat(send(client, method, "/memos/1").errorCode()).contains("PRECONDITION_REQUIRED");
        for (var other : new String[] {"\"5\"", "W/" + seen, "\"x\"", "\"0\", \"1\""}) {
          var refused = send(client, method, "/memos/1", "If-Match", other);
          assertThat(refused.status()).as(other).isEqualTo(412);
        }
        assertThat(send(client, method, "/memos/1", "If-Match", "*").status()).isEqualTo(428);
      }
      var gzip = seen.substring(0, seen.length() - 1) + "-gzip\"";
      var changed = send(client, Method.PATCH, "/memos/1", "If-Match", gzip);
      assertThat(changed.read(Memo.class)).isEqualTo(new Memo(1, "b", 1));
      assertThat(send(client, Method.PATCH, "/memos/1", "If-Match", seen).errorCode())
          .contains("PRECONDITION_FAILED");
      assertThat(send(client, Method.PATCH, "/memos/9", "If-Match", seen).status()).isEqualTo(404);
      assertThat(send(client, Method.POST, "/memos/1/close").status()).isEqualTo(428);
      assertThat(send(client, Method.DELETE, "/memos/1", "If-Match", "\"1\"").status())
          .isEqualTo(204);
    }
  }

  /** RFC 9110, 8.8.3.3: what a client has read in a coding is the state that it may change. */
  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "gzip"})
  void aStateIsTheSameInEveryCoding(String coding) {
    try (var client = client(memos().use(Compress.standard()).set("COMPRESS_BYTES_MIN", "5"))) {
      client.post("/memos", "{\"text\": \"a\"}");
      var read = client.request(Method.GET, "/memos/1").header("Accept-Encoding", coding).send();
      var seen = read.header("ETag").orElseThrow();
      assertThat(seen).endsWith("-" + coding + "\"");
      assertThat(send(client, Method.PATCH, "/memos/1", "If-Match", seen).status()).isEqualTo(200);
      assertThat(send(client, Method.PATCH, "/memos/1", "If-Match", seen).status()).isEqualTo(412);
    }
  }

  @Test
  void theDocumentSaysIt() {
    try (var client = client(memos())) {
      var document = client.get("/openapi.json").text();
      assertThat(document).contains("\"304\"", "\"412\"", "\"428\"", "PRECONDITION_FAILED");
      assertThat(document).contains("\"example\":\"\\\"0\\\"\"");
      assertThat(document.split("\"name\":\"If-Match\",\"in\":\"header\"", -1)).hasSize(5);
    }
  }

  /** Clients that are made from a document send no header field that it does not name. */
  @Test
  void theDocumentNamesTheHeaderFieldsOfBothSides() {
    for (var app : List.of(memos(), memos().use(ETags.ofContent()))) {
      try (var running = app.start(StartOptions.of(Mode.TEST))) {
        assertThat(running.operations().stream().map(ConditionalTest::fields))
            .containsExactly(
                "POST []",
                "GET [If-None-Match?] 200 304",
                "GET [If-None-Match?] 200 304",
                "GET [If-None-Match?] 200 304",
                "GET [If-None-Match?] 200 304",
                "GET [If-None-Match?] 200 304",
                "PUT [If-Match]",
                "PATCH [If-Match] 200",
                "DELETE [If-Match]",
                "POST [If-Match]",
                "GET [If-None-Match?] 200 304");
      }
    }
  }

  @Test
  void theDocumentNamesTheTagOfEveryRowThatAWriteAnswers() {
    var written =
        Operation.of("POST", "/memos/{id}/copy", "Memos.copy")
            .responds(ResponseSchema.of(201, BodySchema.bytes()))
            .responding(List.of(ResponseSchema.of(204)));

    assertThat(fields(new IfMatchRequired().documented(written))).isEqualTo("POST [If-Match] 201");
  }

  private static String fields(Operation operation) {
    var sent =
        operation.parameters().stream()
            .filter(each -> each.in().equals("header"))
            .map(each -> each.name() + (each.required() ? "" : "?"))
            .toList();
    var tagged =
        operation.responses().stream()
            .filter(each -> each.headers().stream().anyMatch(it -> it.name().equals("ETag")))
            .map(each -> " " + each.status());
    return operation.method() + " " + sent + tagged.distinct().collect(joining());
  }

  @Test
  void aRouteSaysForHowLongItsAnswersAreKept() {
    try (var client = client(memos())) {
      client.post("/memos", "{\"text\": \"a\"}");
      var answer = client.get("/memos/1");
      assertThat(answer.header("Cache-Control")).contains("private, max-age=60");
      var again =
          send(client, Method.GET, "/memos/1", "If-None-Match", answer.header("ETag").orElse(""));
      assertThat(again.header("Cache-Control")).contains("private, max-age=60");
      assertThat(client.get("/memos/9").header("Cache-Control")).contains("no-store");
      assertThat(client.get("/memos").header("Cache-Control")).contains("max-age=0");
      var known = send(client, Method.GET, "/memos", "Authorization", "Bearer x");
      assertThat(known.header("Cache-Control")).contains("private, max-age=0");
    }
  }

  @Test
  void textsOfAnyLengthHaveOneTag() {
    var text = "ä".repeat(100_000);
    var app = Covet.app().use(ETags.ofContent()).get("/", _ -> Response.text(text));
    try (var client = client(app)) {
      var tag = client.get("/").header("ETag").orElseThrow();
      assertThat(tag.getBytes(StandardCharsets.US_ASCII)).hasSize(22);
      assertThat(client.get("/").header("ETag")).contains(tag);
    }
  }
}
