package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestProblem;
import dev.covet.web.http.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Items;

/**
 * Tables A and B of what peers do with bad input (beyond.md 1 and 5), column Covet; S1.val.422, J6,
 * A9.
 */
@ParameterizedClass
@EnumSource(Way.class)
class BadInputTest {
  private static final String GOOD =
      """
      {"name":"a","qty":1,"price":2.5,"when":"2026-01-31","email":"a@b.example","color":"RED",\
      "lines":[{"sku":"s","n":3}]}\
      """;

  /** Table A: the body with eight errors. */
  private static final String EIGHT =
      """
      {"name":"","qty":"abc","price":"x","when":"not-a-date","email":"nope","color":"PURPLE",\
      "lines":[{"sku":"","n":"zz"}],"extra":1}\
      """;

  private static final List<TestProblem> OF_EIGHT =
      List.of(
          problem("blank", "body", "name"),
          problem("type", "body", "qty"),
          problem("type", "body", "price"),
          problem("type", "body", "when"),
          problem("email", "body", "email"),
          problem("type", "body", "color"),
          problem("blank", "body", "lines", 0, "sku"),
          problem("type", "body", "lines", 0, "n"));

  private final Way way;

  BadInputTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app().add(Items.class);
  }

  private static Answer post(TestClient client, String body) {
    return client.post("/items/1", body);
  }

  @Test
  void aGoodBodyIsAnsweredAsItIs() {
    try (var client = way.client(app())) {
      var answer = post(client, GOOD);

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.text()).isEqualTo(GOOD);
    }
  }

  /** An id may have any hex digits, so also those that nobody sent. */
  private static String withoutRequestId(Answer answer) {
    return answer.text().replaceFirst("\"request_id\":\"\\w+\"", "");
  }

  @Test
  void tableAEveryErrorOfABodyIsTold() {
    try (var client = way.client(app())) {
      var answer = post(client, EIGHT);

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problems()).isEqualTo(OF_EIGHT);
      assertThat(withoutRequestId(answer)).doesNotContain("PURPLE", "not-a-date", "nope", "abc");
    }
  }

  @Test
  void tableAWithABadPathValueAndABadHeaderItIsTenInTheOrderOfTheRequest() {
    try (var client = way.client(app())) {
      var answer =
          client.request(Method.POST, "/items/seven").header("Priority", "high").json(EIGHT).send();

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problems())
          .hasSize(10)
          .startsWith(problem("type", "path", "id"), problem("type", "header", "Priority"))
          .endsWith(OF_EIGHT.toArray(TestProblem[]::new));
    }
  }

  @Test
  void tableABadPathParameterAndBadBodyAreNine() {
    try (var client = way.client(app())) {
      assertThat(client.post("/items/seven", EIGHT).problems()).hasSize(9);
    }
  }

  @Test
  void tableAConstraintsAloneAreFour() {
    var four =
        GOOD.replace("\"a\"", "\"\"")
            .replace("\"qty\":1", "\"qty\":-1")
            .replace("a@b.example", "nope")
            .replace("\"s\"", "\"\"");
    try (var client = way.client(app())) {
      assertThat(post(client, four).problems())
          .containsExactly(
              problem("blank", "body", "name"),
              problem("too_small", "body", "qty"),
              problem("email", "body", "email"),
              problem("blank", "body", "lines", 0, "sku"));
    }
  }

  @Test
  void tableATwoBadQueryValuesAreTwo() {
    try (var client = way.client(app())) {
      assertThat(client.get("/items?limit=abc&offset=-1").problems())
          .containsExactly(
              problem("type", "query", "limit"), problem("too_small", "query", "offset"));
      assertThat(client.get("/items").problems())
          .containsExactly(problem("missing", "query", "limit"));
    }
  }

  @Test
  void tableAPathsAndMethodsThatAreNotThere() {
    try (var client = way.client(app())) {
      assertThat(client.get("/nowhere").status()).isEqualTo(404);
      assertThat(client.get("/nowhere").header("Content-Type")).contains("application/json");
      var answer = client.put("/items/1", GOOD);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).contains("OPTIONS, POST");
      assertThat(answer.header("Content-Type")).contains("application/json");
    }
  }

  @Test
  void tableABodiesThatAreNoJson() {
    try (var client = way.client(app())) {
      for (var bad : List.of("{", "{\"name\":}", "nonsense", "\u0000", "[1", "{\"a\":1,}")) {
        var answer = post(client, bad);
        assertThat(answer.status()).as(bad).isEqualTo(400);
        assertThat(answer.errorCode()).as(bad).contains("MALFORMED_JSON");
      }
      var packed = client.request(Method.POST, "/items/1").header("Content-Encoding", "gzip");
      assertThat(packed.json(GOOD).send().status()).isEqualTo(415);
      var text = bytes(client, "text/plain", GOOD);
      assertThat(text.status()).isEqualTo(415);
      assertThat(text.errorCode()).contains("UNSUPPORTED_MEDIA_TYPE");
      assertThat(bytes(client, "application/json; charset=latin1", GOOD).status()).isEqualTo(415);
      assertThat(bytes(client, "application/hal+json; charset=UTF-8", GOOD).status())
          .isEqualTo(201);
      assertThat(
              client
                  .request(Method.POST, "/items/1")
                  .body(GOOD.getBytes(StandardCharsets.UTF_8))
                  .send()
                  .status())
          .isEqualTo(415);
    }
  }

  @Test
  void tableAAnEmptyBodyIsMissing() {
    try (var client = way.client(app())) {
      for (var answer : List.of(client.post("/items/1"), post(client, ""))) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problems()).containsExactly(problem("missing", "body"));
      }
    }
  }

  private static Answer bytes(TestClient client, String type, String body) {
    return client
        .request(Method.POST, "/items/1")
        .body(type, body.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  /** Table B: what is changed in a good body, and what is said of it. */
  @Test
  void tableBNothingIsAcceptedAndChanged() {
    var changes =
        Map.ofEntries(
            Map.entry("\"qty\":1=>\"qty\":null", problem("null", "body", "qty")),
            Map.entry("\"qty\":1=>\"qty\":1.9", problem("type", "body", "qty")),
            Map.entry("\"qty\":1=>\"qty\":\"5\"", problem("type", "body", "qty")),
            Map.entry("\"qty\":1=>\"qty\":true", problem("type", "body", "qty")),
            Map.entry("\"qty\":1=>\"qty\":3000000000", problem("too_large", "body", "qty")),
            Map.entry("\"RED\"=>0", problem("type", "body", "color")),
            Map.entry("\"2026-01-31\"=>null", problem("null", "body", "when")),
            Map.entry("\"qty\":1=>\"qty\":1,\"qty\":1", problem("duplicate", "body", "qty")),
            Map.entry("\"a\"=>\"\\ud800\"", problem("bad_text", "body", "name")));
    try (var client = way.client(app())) {
      changes.forEach((change, told) -> {
        var parts = change.split("=>", -1);
        var answer = post(client, GOOD.replace(parts[0], parts[1]));
        assertThat(answer.status()).as(change).isEqualTo(422);
        assertThat(answer.problems()).as(change).containsExactly(told);
      });
    }
  }

  @Test
  void tableBMissingNumbersAreMissing() {
    try (var client = way.client(app())) {
      assertThat(post(client, GOOD.replace("\"qty\":1,\"price\":2.5,", "")).problems())
          .containsExactly(problem("missing", "body", "qty"), problem("missing", "body", "price"));
    }
  }

  @Test
  void tableBWhatIsNoJsonIs400() {
    var deep = "[".repeat(5_000) + "]".repeat(5_000);
    try (var client = way.client(app())) {
      assertThat(post(client, GOOD.replace("2.5", "NaN")).status()).isEqualTo(400);
      assertThat(post(client, GOOD + "{}").status()).isEqualTo(400);
      assertThat(post(client, GOOD + "x").status()).isEqualTo(400);
      assertThat(post(client, GOOD.replace("{\"name\"", "{\"x\":" + deep + ",\"name\"")).status())
          .isEqualTo(400);
    }
  }

  @Test
  void tableBUnknownFieldsAreIgnoredUnlessTheRecordIsStrict() {
    try (var client = way.client(app())) {
      assertThat(post(client, GOOD.replace("{\"name\"", "{\"x\":[{}],\"name\"")).text())
          .isEqualTo(GOOD);
      var strict = client.post("/items/strict", "{\"name\":\"a\",\"x\":1}");
      assertThat(strict.status()).isEqualTo(422);
      assertThat(strict.problems()).containsExactly(problem("unknown", "body", "x"));
    }
  }

  /** J6: bytes that are no UTF-8 are no JSON. */
  @Test
  void j6TextIsStrictUtf8() {
    try (var client = way.client(app())) {
      for (var bad : List.of("\u00c0\u00af", "\u00ff", "\u00ed\u00a0\u0080")) {
        var answer =
            client
                .request(Method.POST, "/items/1")
                .body(
                    "application/json",
                    GOOD.replace("\"a\"", "\"" + bad + "\"").getBytes(StandardCharsets.ISO_8859_1))
                .send();
        assertThat(answer.status()).isEqualTo(400);
      }
    }
  }

  @Test
  void j6WhatIsSkippedHasNoHalfOfAPairEither() {
    try (var client = way.client(app())) {
      var answer = post(client, GOOD.replace("{\"name\"", "{\"x\":\"\\ud800\",\"name\""));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problems()).containsExactly(problem("bad_text", "body", "x"));
    }
  }

  /** A9: what clients may not set they cannot set, under no name; what is secret is not shown. */
  @Test
  void a9ReadOnlyComponentsAreSkippedUnderEveryName() {
    var body =
        """
        {"name":"Ann","pin":"1234","id":7,"is_admin":true,"isAdmin":true,"admin":true,"ID":7}\
        """;
    try (var client = way.client(app())) {
      assertThat(client.post("/items/accounts", body).text())
          .isEqualTo("{\"id\":0,\"name\":\"Ann\",\"is_admin\":false}");
      assertThat(client.patch("/items/accounts/3", body.replace("true", "false")).text())
          .isEqualTo("{\"id\":3,\"name\":\"Ann\",\"is_admin\":true}");
    }
  }
}
