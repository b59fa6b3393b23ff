package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import answers.LoginAnswer;
import answers.Logins;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.status.table: each record of a sealed answer has its status. */
@ParameterizedClass
@EnumSource(Way.class)
class SealedAnswersTest {
  @AutoClose private final TestClient client;

  SealedAnswersTest(Way way) {
    client = way.client(Covet.app().add(Logins.class));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "ann, 200, '{\"token\":\"t-o-k-e-n\"}'",
        "bob, 202, '{\"hint\":\"b***@example.org\"}'",
        "cid, 202, '{\"friend\":\"ann\"}'",
        "dan, 204, ''",
        "eve, 423, '{\"seconds\":60}'"
      })
  void eachHasItsStatusAndNothingThatTellsItApart(String name, int status, String body) {
    for (var path : new String[] {"/logins/" + name, "/logins/maybe/" + name}) {
      var answer = client.get(path);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text()).isEqualTo(body);
    }
  }

  @Test
  void whatIsAbsentIs404() {
    assertThat(client.get("/logins/maybe/nobody").text()).contains("LoginAnswer not found");
  }

  @Test
  void aReplyAddsHeadersAndCookiesThatNeverFail() {
    var answer = client.post("/logins/bob");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("X-Login")).contains("bob");
    assertThat(answer.header("Set-Cookie").orElseThrow()).startsWith("name=bob%3B%20%C3%A9; ");
  }

  @Test
  void whatNoHeaderCanHoldIsEncoded() {
    var answer = client.post("/logins");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("X-Odd"))
        .contains("a%0D%0ASet-Cookie: b=c %E8%8C%B6 %EF%BF%BD \u00e9%");
    assertThat(answer.header("Location")).contains("/logins/..%2Fx%3F/%0D%0A%E8%8C%B6");
    assertThat(answer.headers().all("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("odd=%22%0D%0A%3B%2C%5C%20%E8%8C%B6; ");
  }

  @Test
  void theDocumentHasTheHeadersThatAReplyMayHave() {
    var text = "{\"description\":\"%s\",\"schema\":{\"type\":\"string\"}}";
    var cookie = "\"Set-Cookie\":" + text.formatted("A cookie to keep, or to forget.");
    var location = "\"Location\":" + text.formatted("Where that is which was made or is meant.");

    assertThat(client.get("/openapi.json").text())
        .contains(
            "\"201\":{\"description\":\"May come with headers and cookies of its own.\","
                + "\"headers\":{"
                + location
                + ","
                + cookie
                + "},\"content\"")
        .contains(
            "\"200\":{\"description\":\"The client is signed in.\\n\\nMay come with headers and"
                + " cookies of its own.\",\"headers\":{"
                + cookie
                + "},\"content\"");
  }

  @Test
  void oneRecordAloneHasItsStatusToo() {
    assertThat(client.get("/logins/sent/ann").status()).isEqualTo(202);
    assertThat(client.get("/logins/sent/ann").read(LoginAnswer.CodeSent.class).hint())
        .isEqualTo("ann");
  }

  @Test
  void anAnswerIsCheckedAsAnyOther() {
    assertThat(client.get("/logins/short").status()).isEqualTo(500);
  }

  @Test
  void eachIsDocumented() {
    assertThat(client.get("/openapi.json").text())
        .contains(
            """
            "200":{"description":"The client is signed in.","content":{"application/json":\
            {"schema":{"$ref":"#/components/schemas/Done"}}}}\
            """)
        .contains(
            """
            "202":{"description":"A code is on its way.\\n\\nThere is a second way.",\
            "content":{"application/json":{"schema":{"anyOf":[\
            {"$ref":"#/components/schemas/CodeSent"},{"$ref":"#/components/schemas/AskFriend"}]}}}}\
            """)
        .contains("\"204\":{\"description\":\"The client was signed in before.\"}")
        .contains("\"423\":{\"description\":\"The account is locked.\",\"content\":");
  }
}
