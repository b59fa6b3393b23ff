package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Cursor;
import dev.covet.api.Get;
import dev.covet.api.Invalid;
import dev.covet.api.Paging;
import dev.covet.api.Problem;
import dev.covet.api.Routes;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.web.http.Response;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Account;
import shop.Items;

/** J4, J5: {@code PROBLEMS_MAX} and {@code PATTERN_STEPS_MAX} hold for all that reads requests. */
@ParameterizedClass
@EnumSource(Way.class)
class ProblemLimitsTest {
  private static final String WRONG = "{\"name\":1,\"pin\":2}";
  private static final String NEAR = "/items/coded?code=" + "ab".repeat(20);

  private final Way way;

  ProblemLimitsTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .add(Items.class)
        .post("/plain", request -> Response.text(request.read(Account.class).name()))
        .get(
            "/thrown",
            _ -> {
              throw new Invalid(
                  Collections.nCopies(3, Problem.at(List.of("body", "a"), "blank", "is blank")));
            });
  }

  /** What two parameters read alike. */
  @Routes("/parts")
  static final class Parts {
    @Get
    String part(Paging paging, Cursor cursor) {
      return "part";
    }
  }

  @Test
  void whatTwoParametersReadAlikeIsOneProblemAndDocumentedOnce() {
    try (var client = way.client(Covet.app().add(Parts.class))) {
      assertThat(client.get("/parts?limit=101").problems())
          .containsExactly(problem("too_large", "query", "limit"));
      assertThat(client.get("/openapi.json").text()).containsOnlyOnce("\"name\":\"limit\"");
    }
  }

  @Test
  void theFirstProblemsAreToldAndThatThereAreMore() {
    try (var client = way.client(app().set("PROBLEMS_MAX", "1"))) {
      for (var path : List.of("/items/accounts", "/plain")) {
        var answer = client.post(path, WRONG);
        assertThat(answer.problems()).containsExactly(problem("type", "body", "name"));
        assertThat(isTruncated(answer)).isTrue();
      }
      assertThat(client.get("/items?limit=x&offset=x").problems()).hasSize(1);
      var thrown = client.get("/thrown");
      assertThat(thrown.problems()).hasSize(1);
      assertThat(isTruncated(thrown)).isTrue();
    }
  }

  private static boolean isTruncated(Answer answer) {
    return answer.text().contains("\"truncated\":true");
  }

  @Test
  void untilThenAllAreTold() {
    try (var client = way.client(app().set("PROBLEMS_MAX", "3"))) {
      assertThat(client.post("/items/accounts", WRONG).problems()).hasSize(2);
      var thrown = client.get("/thrown");
      assertThat(thrown.problems()).hasSize(3);
      assertThat(isTruncated(thrown)).isFalse();
    }
  }

  @Test
  void theDocumentPromisesNoNumberOfProblems() {
    try (var client = way.client(app().set("PROBLEMS_MAX", "200"))) {
      assertThat(client.get("/openapi.json").text())
          .contains(
              "\"details\":{\"type\":\"array\",\"items\":"
                  + "{\"$ref\":\"#/components/schemas/Problem\"}}");
    }
  }

  @Test
  void aPatternThatIsNotLinearStopsAfterSoManySteps() {
    try (var client = way.client(app())) {
      assertThat(client.get(NEAR + "c").text()).isEqualTo("coded");
    }
    try (var client = way.client(app().set("PATTERN_STEPS_MAX", "30"))) {
      assertThat(client.get(NEAR + "c").problems())
          .containsExactly(problem("pattern", "query", "code"));
      assertThat(client.get("/items/coded?code=abc").text()).isEqualTo("coded");
      assertThat(client.post("/items/codes", "[\"" + "ab".repeat(20) + "c\"]").problems())
          .containsExactly(problem("pattern", "body", 0));
    }
  }
}
