package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import answers.Roots;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.status.table: each kind of value at the root of an answer, and each of them absent. */
@ParameterizedClass
@EnumSource(Way.class)
class RootAnswersTest {
  @AutoClose private final TestClient client;

  RootAnswersTest(Way way) {
    client = way.client(Covet.app().add(Roots.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int     | application/json | 7
          double  | application/json | 63.0
          boolean | application/json | true
          decimal | application/json | 1.50
          uuid    | application/json | "00000000-0000-0000-0000-000000000001"
          date    | application/json | "2026-01-31"
          enum    | application/json | "LEFT"
          lists   | application/json | [["LEFT"],[]]
          json    | application/json | "x"
          """,
      quoteCharacter = '~')
  void eachValueIsWhatItIsInJson(String path, String type, String body) {
    var answer = client.get("/roots/" + path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains(type);
    assertThat(answer.text()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text     | text/plain; charset=utf-8 | x
          html     | text/html; charset=utf-8  | <p>
          bytes    | application/octet-stream  | x
          stream   | text/css                  | x
          long     | application/json          | 7
          instants | application/json          | ["1970-01-01T00:00:00.000Z"]
          reply    | application/json          | "RIGHT"
          """,
      quoteCharacter = '~')
  void whatMayBeAbsentIsItselfOr404(String path, String type, String body) {
    var answer = client.get("/roots/" + path + "?there=true");
    assertThat(answer.header("Content-Type")).contains(type);
    assertThat(answer.text()).isEqualTo(body);

    var absent = client.get("/roots/" + path + "?there=false");
    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.errorCode()).contains("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({"int", "text?there=true", "stream?there=true"})
  void headHasNoBody(String path) {
    var answer = client.head("/roots/" + path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void nothingIs204WithoutABody() {
    var answer = client.request(Method.PUT, "/roots/nothing").send();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("Content-Type")).isEmpty();
  }

  /** No request is refused for what it accepts. */
  @ParameterizedTest
  @CsvSource({"text/html", "image/png;q=1", "application/json;q=0", "nonsense"})
  void acceptRefusesNothing(String accept) {
    var answer = client.request(Method.GET, "/roots/int").header("Accept", accept).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
  }
}
