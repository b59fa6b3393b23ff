package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import shop.Limits;

/** A constraint means the same in a body, in a list, in a query and in the document. */
class ConstraintsTest {
  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Limits.class));

  private String document() {
    return client.get("/openapi.json").text();
  }

  @Test
  void zeroIsTheLeastOfWhatIsPositiveOrZero() {
    assertThat(client.post("/limits/numbers", "{\"left\":0,\"counts\":[0]}").status())
        .isEqualTo(200);
    assertThat(client.post("/limits/numbers", "{\"left\":-1,\"counts\":[0,-1]}").problems())
        .containsExactly(
            problem("too_small", "body", "left"), problem("too_small", "body", "counts", 1));
    assertThat(client.get("/limits/numbers?left=0").status()).isEqualTo(200);
    assertThat(client.get("/limits/numbers?left=-1").problems())
        .containsExactly(problem("too_small", "query", "left"));
    assertThat(document()).contains("\"format\":\"int32\",\"minimum\":0");
  }

  @Test
  void numbersHaveAnUpperEnd() {
    var right = "{\"below\":-1,\"notAbove\":0,\"most\":10.50,\"less\":2,\"five\":5}";
    var wrong = "{\"below\":0,\"notAbove\":0.1,\"most\":10.51,\"less\":3,\"five\":4}";

    assertThat(client.post("/limits/signs", right).status()).isEqualTo(200);
    assertThat(client.post("/limits/signs", wrong).problems())
        .containsExactly(
            problem("too_large", "body", "below"),
            problem("too_large", "body", "notAbove"),
            problem("too_large", "body", "most"),
            problem("too_large", "body", "less"),
            problem("too_small", "body", "five"));
    assertThat(client.get("/limits/days?born=2000-01-01&offset=0").problems())
        .containsExactly(problem("too_large", "query", "offset"));
  }

  @Test
  void theDocumentHasTheStricterOfTwoBounds() {
    assertThat(document())
        .contains("\"exclusiveMaximum\":0", "\"maximum\":0", "\"maximum\":10.5", "\"minimum\":5")
        .contains("\"exclusiveMaximum\":3");
  }

  @Test
  void whatIsToBeNullMayBeMissingAndNothingElse() {
    assertThat(client.post("/limits/gone", "{\"all\":[-1]}").status()).isEqualTo(200);
    assertThat(client.post("/limits/gone", "{\"name\":null,\"all\":[]}").status()).isEqualTo(200);
    assertThat(client.post("/limits/gone", "{\"name\":\"x\",\"all\":[0]}").problems())
        .containsExactly(
            problem("not_null", "body", "name"), problem("too_large", "body", "all", 0));
    assertThat(document()).contains("\"name\":{\"type\":[\"string\",\"null\"],\"const\":null}");
  }

  @Test
  void timesAreComparedWithTheClockOfTheApp() {
    var now = client.clock().instant();

    assertThat(client.post("/limits/times", times(now.minusSeconds(1), now, 1)).status())
        .isEqualTo(200);
    assertThat(client.post("/limits/times", times(now, now.plusSeconds(1), 0)).problems())
        .containsExactly(
            problem("past", "body", "was"),
            problem("past_or_present", "body", "until"),
            problem("future", "body", "comes"));

    client.clock().advance(Duration.ofDays(2));
    assertThat(client.post("/limits/times", times(now, now, 1)).problems())
        .containsExactly(
            problem("future", "body", "comes"), problem("future_or_present", "body", "day"));
  }

  private String times(Instant was, Instant until, int seconds) {
    var start = was.isAfter(until) ? was : until;
    return "{\"was\":\"%s\",\"until\":\"%s\",\"comes\":\"%s\",\"day\":\"%s\"}"
        .formatted(
            was,
            until,
            start.plusSeconds(seconds).minusSeconds(seconds == 0 ? 1 : 0),
            LocalDate.ofInstant(start, ZoneOffset.UTC));
  }

  @Test
  void aDayIsComparedWithTodayInUtc() {
    var today = LocalDate.ofInstant(client.clock().instant(), ZoneOffset.UTC);

    assertThat(client.get("/limits/days?offset=-1&born=" + today.minusDays(1)).status())
        .isEqualTo(200);
    assertThat(client.get("/limits/days?offset=-1&born=" + today).problems())
        .containsExactly(problem("past", "query", "born"));
    assertThat(document()).contains("\"description\":\"Must be in the past.\"");
  }

  @Test
  void booleansTextsAndRulesSayWhatIsWrong() {
    var right =
        "{\"terms\":true,\"mail\":\"a@example.org\",\"code\":\"ab\",\"name\":\"abc\",\"rate\":9.5}";
    var wrong =
        "{\"terms\":false,\"robot\":true,\"mail\":\"a@b.org\",\"code\":\"A\",\"name\":\"a\",\"rate\":9.6}";

    assertThat(client.post("/limits/consent", right).status()).isEqualTo(200);
    assertThat(client.post("/limits/consent", right.replace("abc", "nil")).status()).isEqualTo(200);
    assertThat(client.post("/limits/consent", right.replace("abc", "ab")).problems())
        .containsExactly(problem("same", "body"));
    var answer = client.post("/limits/consent", wrong);
    assertThat(answer.problems())
        .containsExactly(
            problem("not_true", "body", "terms"),
            problem("not_false", "body", "robot"),
            problem("email", "body", "mail"),
            problem("pattern", "body", "code"),
            problem("pattern", "body", "code"),
            problem("too_short", "body", "name"),
            problem("too_large", "body", "rate"));
    assertThat(answer.text())
        .contains("must match .{2,}", "takes 2 to 3 letters, not {3}", "at most 9.5 (true)");
    assertThat(client.get("/limits/consent?terms=false&robot=true").problems())
        .containsExactly(
            problem("not_true", "query", "terms"), problem("not_false", "query", "robot"));
    assertThat(document())
        .contains("\"terms\":{\"type\":\"boolean\",\"const\":true}")
        .contains("\"robot\":{\"type\":[\"boolean\",\"null\"],\"enum\":[false,null]")
        .contains("`same`: a name is not a code.");
  }
}
