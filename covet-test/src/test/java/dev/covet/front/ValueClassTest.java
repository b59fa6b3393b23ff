package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.covet.app.Covet;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import every.Articles;
import every.Keys;
import every.Machines;
import every.Refused;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S4.types: a record with {@code @Scalar} is its component, to clients and to the database. */
class ValueClassTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory()).add(Articles.class));

  @Test
  void itIsItsComponentInJsonAndInATable() {
    var stored =
        client.post("/articles", "{\"slug\":\"a-1\",\"rank\":3,\"related\":[\"b\",\"c\"]}").text();

    assertThat(stored)
        .isEqualTo(
            "{\"id\":1,\"slug\":\"a-1\",\"rank\":3,\"price\":9.90,\"related\":[\"b\",\"c\"]}");
    assertThat(client.get("/articles/a-1").text()).isEqualTo(stored);
    assertThat(client.post("/articles", "{\"slug\":\"a-2\",\"price\":1.5}").text())
        .contains("\"price\":1.50");
    assertThat(client.patch("/articles/1", "{\"rank\":null,\"price\":1.5}").text())
        .contains("\"rank\":null,\"price\":1.50");
  }

  @Test
  void itsConstraintsHoldWhereverItComesFrom() {
    assertThat(
            client
                .post(
                    "/articles",
                    "{\"slug\":\"A\",\"rank\":0,\"price\":1.001,\"related\":[\"b\",\"B\",1]}")
                .problems())
        .containsExactly(
            problem("pattern", "body", "slug"),
            problem("too_small", "body", "rank"),
            problem("digits", "body", "price"),
            problem("pattern", "body", "related", 1),
            problem("type", "body", "related", 2));
    assertThat(client.get("/articles/A").problems())
        .containsExactly(problem("pattern", "path", "slug"));
    assertThat(client.get("/articles?from=21&most=-1&in=a&in=A").problems())
        .containsExactly(
            problem("too_large", "query", "from"),
            problem("too_small", "query", "most"),
            problem("pattern", "query", "in", 1));
    assertThat(client.get("/articles?from=x").problems())
        .containsExactly(problem("type", "query", "from"));
    assertThat(client.patch("/articles/1", "{\"slug\":\"A\"}").problems())
        .containsExactly(problem("pattern", "body", "slug"));
  }

  @Test
  void whatItsConstructorRefusesIsAProblemAtItsPlace() {
    assertThat(client.post("/articles", "{\"slug\":\"a\",\"rank\":13}").problems())
        .containsExactly(problem("invalid", "body", "rank"));
    assertThat(client.get("/articles?from=13").problems())
        .containsExactly(problem("invalid", "query", "from"));
  }

  @Test
  void aSecretOneIsNotShownWhenItIsAWrongSetting() {
    var app = Covet.app().add(Keys.class);

    assertThatThrownBy(() -> TestClient.of(app.set("API_KEY", "hunter2")).close())
        .hasMessageContaining("API_KEY must have at least 8 characters")
        .extracting(Throwable::getMessage, as(STRING))
        .doesNotContain("hunter2");
    try (var keys = TestClient.of(app.set("API_KEY", "hunter22"))) {
      assertThat(keys.get("/keys").text()).isEqualTo("8");
    }
  }

  @Test
  void itsRulesHoldWhereverItComesFrom() {
    try (var keys = TestClient.of(Covet.app().add(Keys.class).set("API_KEY", "hunter22"))) {
      assertThat(keys.post("/keys/lots", "{\"one\":2,\"all\":[6],\"by\":{\"2\":4}}").text())
          .isEqualTo("{\"one\":2,\"some\":4,\"all\":[6],\"by\":{\"2\":4}}");
      var wrong = "{\"one\":3,\"some\":12,\"all\":[2,5,21],\"by\":{\"7\":2,\"4\":9}}";
      assertThat(keys.post("/keys/lots?more=1", wrong).problems())
          .containsExactly(
              problem("is_even", "query", "more"),
              problem("is_even", "body", "one"),
              problem("is_dozen", "body", "some"),
              problem("is_even", "body", "all", 1),
              problem("too_large", "body", "all", 2),
              problem("is_even", "body", "by", "7"),
              problem("is_even", "body", "by", "4"));
      assertThat(keys.get("/keys/lots").text())
          .contains("\"code\":\"is_even\",\"reason\":\"must be even\"")
          .contains("\"location\":[\"body\",\"all\",0],\"code\":\"too_large\"");
      assertThat(keys.get("/openapi.json").text())
          .contains("\"maximum\":20,\"description\":\"`is_even`: must be even.");
    }
  }

  @Test
  void aDefaultThatItRefusesStopsTheStart() {
    assertThatThrownBy(() -> TestClient.of(Covet.app().add(Refused.Body.class)).close())
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "The app cannot start: The @Default of Rank rank of every.Refused.Prize is refused:"
                + " it is not valid. Write one that its constructor and its rules accept.");
    assertThatThrownBy(() -> TestClient.of(Covet.app().add(Refused.Query.class)).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "The @Default of Lot lot of a request's query is refused: it must be even.");
  }

  @Test
  void aRefusedDefaultOfAMountedAppIsToldWithAllElse() {
    var inner = Covet.app().add(Refused.Head.class);
    var app = Covet.app().add(Keys.class).set("API_KEY", "short").mount("/inner", inner);
    assertThatThrownBy(() -> TestClient.of(app).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("API_KEY must have at least 8 characters")
        .hasMessageContaining("The app at /inner: The @Default of Lot lot of a request's header");
  }

  @Test
  void anEmptyTextIsItsDefault() {
    try (var keys = TestClient.of(Covet.app().add(Keys.class).set("API_KEY", "hunter22"))) {
      assertThat(keys.post("/keys", "{\"name\":\"Ann\"}").text())
          .isEqualTo("{\"name\":\"Ann\",\"nick\":\"\"}");
    }
  }

  @Test
  void rowsAreFoundComparedAndSortedByIt() {
    client.post("/articles", "{\"slug\":\"cheap\",\"rank\":1,\"price\":9.9}");
    client.post("/articles", "{\"slug\":\"dear\",\"rank\":2,\"price\":10}");
    client.post("/articles", "{\"slug\":\"none\",\"price\":100.01}");

    assertThat(client.get("/articles").text()).containsSubsequence("dear", "cheap");
    assertThat(client.get("/articles").text()).doesNotContain("none");
    assertThat(client.get("/articles?from=2").text()).contains("dear").doesNotContain("cheap");
    assertThat(client.get("/articles?in=cheap&in=none&most=200").text())
        .containsSubsequence("none", "cheap")
        .doesNotContain("dear");
    assertThat(client.get("/articles/nothing").status()).isEqualTo(404);
  }

  @Test
  void whatNoRowCouldHoldIsCompared() {
    try (var machines = TestClient.of(Covet.app().install(Database.memory()).add(Machines.class))) {
      machines.post("/machines?id=1&name=Ada&price=1.23", "");

      assertThat(machines.get("/machines/count?name=%00&price=1.234").text())
          .isEqualTo("[0,1,1,0,0]");
      assertThat(machines.get("/machines/count?name=Ada&price=1.230").text())
          .isEqualTo("[1,0,0,1,1]");
    }
  }

  @Test
  void aProjectionFindsRowsByKeysThatAreStoredAsSomethingElse() {
    try (var machines = TestClient.of(Covet.app().install(Database.memory()).add(Machines.class))) {
      machines.post("/machines?id=12&name=Ada&price=1", "");
      machines.post("/machines?id=-7&name=Bob&price=1", "");
      for (var run : List.of("12/runs?time=PT1H", "12/runs?time=PT2H", "-7/runs?time=PT3H")) {
        machines.post("/machines/" + run + "&day=2026-01-31T12:00:00Z", "");
      }

      assertThat(machines.get("/machines").text())
          .containsSubsequence("\"id\":-7", "PT3H", "\"id\":12", "PT1H", "PT2H");
      assertThat(machines.get("/machines/days").text())
          .containsSubsequence("2026-01-31", "PT1H", "PT2H", "PT3H");
    }
  }

  @Test
  void aHeaderMayBeOneAndSoMayAnAnswer() {
    var request = client.request(Method.GET, "/articles/by/header");

    assertThat(request.header("Article-Slug", "a-b").send().text()).isEqualTo("\"a-b\"");
    assertThat(request.header("Article-Slug", "a b").send().problems())
        .containsExactly(problem("pattern", "header", "Article-Slug"));
  }

  @Test
  void theDocumentHasTheScalarWithItsLimits() {
    assertThat(client.get("/openapi.json").text())
        .contains("\"slug\":{\"type\":\"string\",\"pattern\":\"^[a-z0-9\\\\-]{1,60}$\"")
        .contains("\"maximum\":20,\"minimum\":1")
        .doesNotContain("\"Slug\":")
        .contains("\"default\":9.90");
  }
}
