package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.JsonValue;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Account;
import shop.Items;

/** S2.h.bridge: handlers without types read bodies and answer with values as typed ones do. */
@ParameterizedClass
@EnumSource(Way.class)
class ReadingTest {
  private static final String TYPED = "/items/accounts";
  private static final String PLAIN = "/plain";
  private static final Account ANN = new Account(1, "Ann", true, "1234");

  private final Way way;

  ReadingTest(Way way) {
    this.way = way;
  }

  private static App app() {
    return Covet.app()
        .add(Items.class)
        .set("BODY_BYTES_MAX", "200")
        .post(PLAIN, request -> Response.text(request.read(Account.class).name()))
        .post("/any", request -> Response.text("" + request.read(JsonValue.class)))
        .post("/thread", request -> Response.text("" + request.read(Thread.class)))
        .get("/answer", request -> request.answer(ANN).withStatus(202))
        .get("/value", request -> request.answer(new JsonValue.Text("v")))
        .get("/list", request -> request.answerList(Account.class, List.of(ANN, ANN)))
        .get("/none", request -> request.answerList(Account.class, List.of()))
        .get("/broken", request -> request.answer(new Account(1, "", false, "")))
        .get("/no-codec", request -> request.answer(Thread.currentThread()))
        .mount("/mounted", request -> Response.text(request.read(Account.class).name()));
  }

  @Test
  void aBodyIsReadAndChecked() {
    try (var client = way.client(app())) {
      assertThat(client.post(PLAIN, "{\"name\":\"Ann\"}").text()).isEqualTo("Ann");
      assertThat(client.post("/mounted/x", "{\"name\":\"Bob\"}").text()).isEqualTo("Bob");
      assertThat(client.post("/any", "[true]").text()).contains("Bool[value=true]");
    }
  }

  @Test
  void aValueIsAnsweredAsATypedHandlerAnswersIt() {
    var json = "{\"id\":1,\"name\":\"Ann\",\"is_admin\":true}";
    try (var client = way.client(app())) {
      var answer = client.get("/answer");

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.header("Content-Type")).contains("application/json");
      assertThat(answer.text()).isEqualTo(json);
      assertThat(client.get("/list").text()).isEqualTo("[" + json + "," + json + "]");
      assertThat(client.get("/none").text()).isEqualTo("[]");
      assertThat(client.get("/value").text()).isEqualTo("\"v\"");
      assertThat(client.get("/broken").status()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"name":                              | 400
          application/json | {"name":"Ann"} x                      | 400
          application/json | {"name":"","pin":1}                   | 422
          application/json | {"name":"aaaaaaaaaaaaaaaaaaaaaaaaaa"} | 422
          application/json | {"id":"x"}                            | 422
          application/json | []                                    | 422
          application/json | ''                                    | 422
          text/plain       | {"name":"Ann"}                        | 415
          application/json; charset=latin1 | {"name":"Ann"}        | 415
          """)
  void whatIsWrongIsToldAsOfATypedHandler(String type, String body, int status) {
    try (var client = way.client(app())) {
      var plain = sent(client, PLAIN, type, body);
      var typed = sent(client, TYPED, type, body);

      assertThat(plain.status()).isEqualTo(status);
      assertThat(told(plain)).isEqualTo(told(typed));
    }
  }

  @Test
  void aBodyThatIsTooLongIsToldAsOfATypedHandler() {
    try (var client = way.client(app())) {
      var body = "{\"name\":\"" + "a".repeat(200) + "\"}";
      var plain = client.post(PLAIN, body);

      assertThat(plain.status()).isEqualTo(413);
      assertThat(told(plain)).isEqualTo(told(client.post(TYPED, body)));
    }
  }

  private static Answer sent(TestClient client, String path, String type, String body) {
    return client
        .request(Method.POST, path)
        .body(type, body.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private static String told(Answer answer) {
    return answer
        .text()
        .replaceAll("\"(request_id|timestamp)\":\"[^\"]*\"", "")
        .replaceAll("[0-9-]+T[0-9:]+Z", "");
  }

  @Test
  void aClassWithoutCodecIsAFaultThatSaysWhatToDo() {
    try (var lines = new LogLines("dev.covet.faults");
        var client = way.client(app())) {
      var answer = client.post("/thread", "{}");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).doesNotContain("Thread");
      var logged = lines.of(answer.header("X-Request-Id").orElseThrow());
      assertThat(logged.getFirst().getThrowableProxy().getMessage())
          .isEqualTo("java.lang.Thread has no codec. Make it a record, and put @Model on it.");
      assertThat(client.get("/no-codec").status()).isEqualTo(500);
    }
  }

  @Test
  void outsideOfAnAppNobodyKnowsCodecs() {
    var head = RequestHead.of(Method.POST, "/").build();
    var request = Request.of(head, RequestBody.none());

    assertThatThrownBy(() -> request.read(Account.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not come through an app");
    assertThatThrownBy(() -> request.answer(ANN)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> request.answerList(Account.class, List.of(ANN)))
        .isInstanceOf(IllegalStateException.class);
  }
}
