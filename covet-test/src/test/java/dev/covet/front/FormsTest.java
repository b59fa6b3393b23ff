package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import desk.Desk;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestProblem;
import dev.covet.web.http.Method;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Forms as browsers send them (WHATWG URL, 5); B4, A9, S2.parse.query, S2.err.sources, D42. */
@ParameterizedClass
@EnumSource(Way.class)
class FormsTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Way way;

  FormsTest(Way way) {
    this.way = way;
  }

  private TestClient client() {
    return way.client(Covet.app().add(Desk.class));
  }

  private static Answer photo(TestClient client, String type, String fields) {
    return client
        .request(Method.POST, "/desk/photos/7")
        .body(type, fields.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title=Sea                     | 7Seanull
          title=a+b%26c&rank=3          | 7a b&c3
          title=%C3%A9%e2%82%AC         | 7é€null
          title=é                       | 7énull
          title=                        | 7null
          title=&rank=                  | 7null
          title                         | 7null
          &&title=x&&                   | 7xnull
          title[0]=y&title=x&[]=1       | 7xnull
          title=a=b                     | 7a=bnull
          title=a;rank=2                | 7a;rank=2null
          """)
  void fieldsAreReadAsBrowsersWriteThem(String sent, String taken) {
    try (var client = client()) {
      assertThat(photo(client, FORM, sent).text()).isEqualTo(taken);
    }
  }

  @Test
  void aTestWritesFieldsAndCookiesAsTheyAreMeant() {
    try (var client = client()) {
      var form = client.request(Method.POST, "/desk/photos/7").field("title", "ä & +%");
      assertThat(form.field("rank", "3").send().text()).isEqualTo("7ä & +%3");
      var page = client.request(Method.GET, "/desk/page").cookie("theme", "a; ä%");
      assertThat(page.cookie("seen_at", "4").send().text()).isEqualTo("a; ä% 4");
    }
  }

  @Test
  void itsTypeMustSaySo() {
    try (var client = client()) {
      assertThat(photo(client, FORM + "; charset=UTF-8", "title=x").status()).isEqualTo(200);
      assertThat(photo(client, FORM + "; charset=utf-8; charset=utf-8", "title=x").status())
          .isEqualTo(200);
      assertThat(
              photo(client, "Application/X-WWW-Form-URLencoded;charset=utf-8", "title=x").status())
          .isEqualTo(200);
      for (var type :
          new String[] {
            "application/json",
            "text/plain",
            "multipart/mixed; boundary=x",
            FORM + "; charset=latin1",
            FORM + "; charset=utf-8; charset=utf-7", // as coreruleset/coreruleset#2571 had it wrong
            FORM + ", " + FORM,
            FORM + "-x",
            ""
          }) {
        var answer = photo(client, type, "title=x");
        assertThat(answer.status()).as(type).isEqualTo(415);
        assertThat(answer.errorCode()).contains("UNSUPPORTED_MEDIA_TYPE");
      }
      var packed =
          client
              .request(Method.POST, "/desk/photos/7")
              .header("Content-Encoding", "gzip")
              .body(FORM, new byte[] {1})
              .send();
      assertThat(packed.status()).isEqualTo(415);
    }
  }

  @Test
  void noBodyHasNoFields() {
    try (var client = client()) {
      assertThat(client.post("/desk/photos/7").problems())
          .containsExactly(problem("missing", "form", "title"));
      assertThat(photo(client, FORM, "rank=1").problems())
          .containsExactly(problem("missing", "form", "title"));
    }
  }

  @Test
  void aBrokenEscapeIsNoForm() {
    try (var client = client()) {
      for (var bad :
          new String[] {
            "title=%", "title=a%%%b", "title=%z1", "%ff=1&title=x", "title=x&a=%c0%af"
          }) {
        var answer = photo(client, FORM, bad);
        assertThat(answer.status()).as(bad).isEqualTo(400);
        assertThat(answer.errorCode()).contains("BAD_REQUEST");
      }
    }
  }

  /** B4: fields; B1: bytes. */
  @Test
  void aFormHasLimits() {
    try (var client = client()) {
      assertThat(photo(client, FORM, "title=x" + "&a=".repeat(999)).status()).isEqualTo(200);
      var many = photo(client, FORM, "title=x" + "&a=".repeat(1_000));
      assertThat(many.status()).isEqualTo(400);
      assertThat(many.errorCode()).contains("FORM_FIELDS_MAX");
      var long_ = photo(client, FORM, "title=" + "x".repeat(1_048_577));
      assertThat(long_.status()).isEqualTo(413);
    }
  }

  @Test
  void aBodyMayBeAFormOrJson() {
    try (var client = client()) {
      assertThat(Source.form(client, "/desk/login", "login=ann&password=s3cret&stay=on").text())
          .isEqualTo("anntrue");
      assertThat(client.post("/desk/login", "{\"login\":\"ann\",\"password\":\"s3cret\"}").text())
          .isEqualTo("annfalse");
      assertThat(Source.form(client, "/desk/login", "login=+&password=abc").problems())
          .containsExactly(
              problem("blank", "form", "login"), problem("too_short", "form", "password"));
      assertThat(client.post("/desk/login", "{\"login\":\"\"}").problems())
          .containsExactly(
              problem("blank", "body", "login"), problem("missing", "body", "password"));
      assertThat(Source.form(client, "/desk/login", "login=anna&password=anna").problems())
          .containsExactly(problem("is_secretive", "form"));
      assertThat(client.post("/desk/login").problems()).containsExactly(problem("missing", "body"));
      var other =
          client
              .request(Method.POST, "/desk/login")
              .body("text/plain", "login=ann".getBytes(StandardCharsets.UTF_8))
              .send();
      assertThat(other.status()).isEqualTo(415);
      assertThat(other.text()).contains("application/json or " + FORM);
    }
  }

  @Test
  void aStrictFormRefusesWhatElseIsInIt() {
    try (var client = client()) {
      assertThat(Source.form(client, "/desk/tickets", "title=a&name=Ann").text())
          .isEqualTo("Ticket[title=a, rank=1, from=Person[name=Ann, mail=]]");
      assertThat(Source.form(client, "/desk/tickets", "title=a&name=Ann&id=1").problems())
          .containsExactly(problem("unknown", "form", "id"));
      assertThat(
              Source.form(client, "/desk/tickets", "title=a&name=Ann&" + "x".repeat(70)).problems())
          .containsExactly(problem("unknown", "form", "x".repeat(64)));
    }
  }

  /** A9: what clients may not set they cannot set by a form either. */
  @Test
  void a9ReadOnlyComponentsAreSkippedInForms() {
    try (var client = client()) {
      for (var path : new String[] {"/desk/kept", "/desk/either"}) {
        assertThat(Source.form(client, path, "id=7&title=a&closed=true").text())
            .isEqualTo("Kept[id=0, title=a, closed=false]");
      }
      assertThat(client.post("/desk/either").text()).isEqualTo("null");
      assertThat(client.post("/desk/either", "{\"title\":\"b\"}").text())
          .isEqualTo("Kept[id=0, title=b, closed=false]");
    }
  }

  @Test
  void providersReadTheFormToo() {
    try (var client = client()) {
      assertThat(Source.form(client, "/desk/visitors", "visitor=Ann&age=3").text())
          .isEqualTo("Annnull3");
      assertThat(Source.form(client, "/desk/visitors", "age=x").problems())
          .containsExactly(problem("missing", "form", "visitor"), problem("type", "form", "age"));
    }
  }

  /** D42: whatever the order of declaration is. */
  @Test
  void problemsAreToldInTheOrderOfTheRequest() {
    var before =
        new TestProblem[] {
          problem("type", "path", "id"),
          problem("missing", "query", "page"),
          problem("type", "header", "X-Count"),
          problem("duplicate", "cookie", "seen")
        };
    try (var client = client()) {
      var form =
          client
              .request(Method.POST, "/desk/all/form/x")
              .header("X-Count", "y")
              .header("Cookie", "seen=1; seen=2")
              .body(FORM, "age=z".getBytes(StandardCharsets.UTF_8))
              .send();
      assertThat(form.problems())
          .startsWith(before)
          .hasSize(5)
          .endsWith(problem("type", "form", "age"));
      var json =
          client
              .request(Method.POST, "/desk/all/body/x")
              .header("X-Count", "y")
              .header("Cookie", "seen=1; seen=2")
              .json("{\"count\":\"z\"}")
              .send();
      assertThat(json.problems())
          .startsWith(before)
          .hasSize(14)
          .contains(problem("type", "body", "count"), problem("missing", "body", "color"));
    }
  }

  @Test
  void theyAreDocumented() {
    try (var client = client()) {
      var document = client.get("/openapi.json").text();
      assertThat(document)
          .contains(
              "\"" + FORM + "\":{\"schema\":{\"$ref\":\"#/components/schemas/DeskPhotoForm\"}}")
          .contains(
              "\""
                  + FORM
                  + "\":{\"schema\":{\"$ref\":\"#/components/schemas/DeskLoginForm\"}},"
                  + "\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Login\"}}")
          .contains("\"name\":\"theme\",\"in\":\"cookie\"")
          .contains(
              "\"title\":{\"type\":\"string\",\"maxLength\":8,\"description\":\"what it shows\"}");
    }
  }

  /** Whatever the bytes are, the answer is a value or a 4xx. */
  @Test
  void anyFormIsAnsweredWithoutAFault() {
    var random = new Random(11);
    try (var client = client()) {
      for (var i = 0; i < way.enough(2_000); i++) {
        var noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        for (var at = 0; at < noise.length; at++) {
          if (noise[at] > 0) noise[at] = (byte) "title=rank&%+;0aF[]".charAt(noise[at] % 19);
        }
        var answer = client.request(Method.POST, "/desk/photos/7").body(FORM, noise).send();
        assertThat(answer.status())
            .as(new String(noise, StandardCharsets.ISO_8859_1))
            .isIn(200, 400, 422);
      }
    }
  }
}
