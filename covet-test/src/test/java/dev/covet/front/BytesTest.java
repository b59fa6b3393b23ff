package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static every.PhotoTable.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import every.Photos;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4.types: bytes are base64 within JSON, a BLOB in a table, and themselves as a body. */
class BytesTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory().tables(PHOTO)).add(Photos.class));

  @Test
  void theyAreBase64WithinJsonAndStoredAsTheyAre() {
    assertThat(client.post("/photos", "{\"data\":\"AP8+/w==\",\"small\":\"\"}").text())
        .isEqualTo("{\"id\":1,\"data\":\"AP8+/w==\",\"small\":\"\"}");
    assertThat(client.post("/photos", "{\"data\":\"AA==\"}").text())
        .isEqualTo("{\"id\":2,\"data\":\"AA==\",\"small\":null}");
    assertThat(client.get("/photos").text()).containsSubsequence("\"id\":2", "\"id\":1");
    assertThat(client.post("/photos/several", "[\"AA==\",\"\"]").text())
        .isEqualTo("[\"AA==\",\"\"]");
    assertThat(client.post("/photos/raw", "{ }").text()).isEqualTo("{ }");
  }

  @Test
  void aProviderTakesThemAsTheyCome() {
    var octets = new byte[] {'"', 'A', 0};
    var request = client.request(Method.POST, "/photos/signed").header("Signature", "s");

    assertThat(request.body("application/octet-stream", octets).send().text()).isEqualTo("s3");
    assertThat(client.post("/photos/counted", "{ }").text()).isEqualTo("3");
    assertThat(client.post("/photos/signed", "{ }").problems())
        .containsExactly(problem("missing", "header", "Signature"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AA,        type
          AA=,       type
          AB==,      type
          AAB=,      type
          A===,      type
          _w==,      type
          ' AA=',    type
          AAAA\\n,   type
          '',        empty
          AAAAAAA=,  too_long
          """)
  void whatIsNoBase64OrOfAnotherLengthIsRefused(String text, String code) {
    assertThat(client.post("/photos", "{\"data\":\"" + text + "\"}").problems())
        .containsExactly(problem(code, "body", "data"));
  }

  @Test
  void theDocumentSaysSo() {
    assertThat(client.get("/openapi.json").text())
        .contains("\"data\":{\"type\":\"string\",\"contentEncoding\":\"base64\",\"description\":")
        .contains("\"minLength\":4,\"maxLength\":8");
  }
}
