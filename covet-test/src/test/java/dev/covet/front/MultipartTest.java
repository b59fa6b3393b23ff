package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestRequest;
import dev.covet.web.http.Method;
import dev.covet.web.http.Upload;
import gallery.Gallery;
import gallery.GalleryClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Forms with files, as browsers and other clients send them (RFC 7578); S2.parse.body, B3. */
@ParameterizedClass
@EnumSource(Way.class)
class MultipartTest {
  private final Way way;

  MultipartTest(Way way) {
    this.way = way;
  }

  private TestClient client() {
    return way.client(Covet.app().add(Gallery.class));
  }

  private static TestRequest post(TestClient client, String path) {
    return client.request(Method.POST, "/gallery" + path);
  }

  private static Upload file(String name, String type, String text) {
    return Upload.of(name, type, text.getBytes(UTF_8));
  }

  /** Sends lines as they are; {@code --} begins each boundary. */
  static Answer raw(TestClient client, String path, String body) {
    return post(client, path)
        .body("multipart/form-data; boundary=b", body.replace("~", "\r\n").getBytes(ISO_8859_1))
        .send();
  }

  @Test
  void aRecordIsFilledFromTextsAndFiles() {
    try (var client = client()) {
      var answer =
          post(client, "/pictures")
              .field("title", "Sea")
              .file("image", file("sea.png", "image/png", "é"))
              .file("more", file("a.txt", "text/plain", "1"))
              .file("more", file("b.txt", "text/plain", "2"))
              .field("rank", "3")
              .send();
      assertThat(answer.text())
          .isEqualTo(
              "Sea|sea.png;image/png;é|none|Optional.empty"
                  + "|[a.txt;text/plain;1, b.txt;text/plain;2]|3");
    }
  }

  /** A typed client sends what the handler takes. */
  @Test
  void theGeneratedClientSendsFiles() {
    try (var client = client()) {
      var gallery = new GalleryClient(client);
      var image = file("sea.png", "image/png", "x");

      assertThat(gallery.parameters(7, "Sea", image, List.of(image, image)))
          .isEqualTo("7Seasea.png;image/png;x2");
      assertThat(gallery.small(image)).isEqualTo("sea.png;image/png;x");
    }
  }

  @Test
  void aRecordWithoutFilesIsFilledByEitherTypeOfForm() {
    try (var client = client()) {
      var texts =
          post(client, "/words").field("title", "ä&b").field("tags", "1").field("tags", "2");
      var parts =
          "--b~Content-Disposition: form-data; name=\"title\"~~Ã¤&b~"
              + "--b~Content-Disposition: form-data; name=\"tags\"~~1~"
              + "--b~Content-Disposition: form-data; name=tags~~2~--b--~";
      var filled = "Words[title=ä&b, rank=null, room=EAST, tags=[1, 2]]";

      assertThat(texts.send().text()).isEqualTo(filled);
      assertThat(raw(client, "/words", parts).text()).isEqualTo(filled);
      assertThat(raw(client, "/either", parts).text()).isEqualTo(filled);
      assertThat(client.post("/gallery/either", "{\"title\": \"x\"}").status()).isEqualTo(200);
    }
  }

  @Test
  void allProblemsAreToldAtOnceWhereTheyAre() {
    try (var client = client()) {
      var answer =
          post(client, "/pictures")
              .field("title", "")
              .field("image", "no file")
              .file("frame", file("1", "", "1"))
              .file("frame", file("2", "", "2"))
              .file("more", file("1", "", "1"))
              .file("more", file("2", "", "2"))
              .file("more", file("3", "", "3"))
              .file("rank", file("3", "", "3"))
              .send();
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problems())
          .containsExactly(
              problem("blank", "form", "title"),
              problem("type", "form", "image"),
              problem("duplicate", "form", "frame"),
              problem("too_many", "form", "more"),
              problem("type", "form", "rank"));
    }
  }

  @Test
  void whatNobodySentIsMissing() {
    try (var client = client()) {
      assertThat(post(client, "/pictures").send().problems())
          .containsExactly(
              problem("missing", "form", "title"), problem("missing", "form", "image"));
      assertThat(
              post(client, "/parameters/7")
                  .field("title", "x")
                  .file("x", file("", "", "x"))
                  .send()
                  .problems())
          .containsExactly(problem("missing", "form", "image"), problem("missing", "form", "more"));
    }
  }

  /** WHATWG HTML, 4.10.21.4: an input that nobody filled in is a file without name and bytes. */
  @Test
  void anInputThatNobodyFilledInIsNoFile() {
    try (var client = client()) {
      var empty = file("", "application/octet-stream", "");
      var answer = post(client, "/pictures").field("title", "x").file("image", empty).send();

      assertThat(answer.problems()).containsExactly(problem("missing", "form", "image"));
      assertThat(
              post(client, "/pictures")
                  .field("title", "x")
                  .file("image", file("empty.txt", "text/plain", ""))
                  .file("frame", empty)
                  .file("more", empty)
                  .send()
                  .text())
          .isEqualTo("x|empty.txt;text/plain;|none|Optional.empty|[]|null");
    }
  }

  @Test
  void aStrictFormKnowsItsFiles() {
    try (var client = client()) {
      var form = post(client, "/labelled").field("label", "x");

      assertThat(form.file("image", file("a", "a/b", "1")).send().text()).isEqualTo("xa;a/b;1");
      assertThat(
              form.file("image", file("a", "a/b", "1"))
                  .file("other", file("a", "a/b", "1"))
                  .send()
                  .problems())
          .containsExactly(problem("unknown", "form", "other"));
      assertThat(
              form.file("image", file("a", "a/b", "1"))
                  .file("file", file("b", "a/b", "1"))
                  .send()
                  .problems())
          .containsExactly(problem("duplicate", "form", "file"));
    }
  }

  @Test
  void aMapHoldsTheOtherTexts() {
    try (var client = client()) {
      var form = post(client, "/map").field("a", "1").file("file", file("f", "a/b", "x"));
      assertThat(form.file("other", file("o", "a/b", "y")).field("b", "2").send().text())
          .isEqualTo("f;a/b;x{a=1, b=2}");
    }
  }

  @Test
  void aFormWithFilesIsOfOneTypeAlone() {
    try (var client = client()) {
      var urlencoded = post(client, "/small").field("file", "x").send();
      assertThat(urlencoded.status()).isEqualTo(415);
      assertThat(urlencoded.text()).contains("The Content-Type must be multipart/form-data");
      assertThat(client.post("/gallery/small", "{}").status()).isEqualTo(415);
    }
  }

  /** RFC 7578, 4.2: a name is data; B3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          filename="../../etc/passwd"               | passwd
          filename="..\\..\\boot.ini"                 | boot.ini
          filename="C:\\fakepath\\sea.png"            | sea.png
          filename="/"                              | ''
          filename=".."                             | ''
          filename="a;b=\\"c\\".png"                  | a;b="c".png
          filename="a%22b.png"                      | a"b.png
          filename="a%0D%0AX-Evil: 1"               | a__X-Evil: 1
          filename="100%25.txt"                     | 100%25.txt
          filename=plain.txt                        | plain.txt
          filename="x.txt"; filename*=UTF-8''evil   | x.txt
          filename*=UTF-8''evil; filename="x.txt"   | x.txt
          FileName = "x.txt"                        | x.txt
          filename="Ã¤.txt"                         | ä.txt
          filename="â\u0080®gpj.exe"                | _gpj.exe
          filename="con"                            | con
          """)
  void namesOfFilesAreData(String said, String offered) {
    try (var client = client()) {
      var body = "--b~Content-Disposition: form-data; name=file; " + said + "~~x~--b--~";
      var answer = raw(client, "/small", body);
      assertThat(answer.text()).isEqualTo(offered + ";application/octet-stream;x");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Type: image/png~                            | 200
          Content-Type: application/octet-stream~             | 200
          ''                                                  | 422
          Content-Type: text/plain~                           | 422
          Content-Type: application/json~                     | 422
          """)
  void aPartWithoutAFileNameIsAFileByItsType(String type, int status) {
    try (var client = client()) {
      var body = "--b~Content-Disposition: form-data; name=file~" + type + "~x~--b--~";
      assertThat(raw(client, "/small", body).status()).isEqualTo(status);
    }
  }

  @Test
  void contentIsTakenAsItIs() {
    try (var client = client()) {
      for (var text :
          List.of("~", "~~", "~--", "~--c", "~--bb~", "--bc", "~--b x", "\r", "\n--b--\n")) {
        var body = "--b~Content-Disposition: form-data; name=file; filename=f~~" + text + "~--b--~";
        assertThat(raw(client, "/text", body).text()).isEqualTo(text.replace("~", "\r\n"));
      }
    }
  }

  /** Files are read and written apart from event loops, whatever their size. */
  @ParameterizedTest
  @CsvSource({"0", "1", "1024", "65535", "65536", "65537", "131072", "3000000"})
  void aFileIsReadAsItWasSent(int size) {
    try (var client = client()) {
      var bytes = new byte[size];
      for (var i = 0; i < size; i++) bytes[i] = (byte) (i * 31 % 253);
      var sent = post(client, "/sums").file("file", Upload.of("f", "a/b", bytes)).send();
      assertThat(sent.text()).isEqualTo("" + size);
    }
  }

  @Test
  void aTextThatIsNoneIsTheClientsFault() {
    try (var client = client()) {
      var latin = Upload.of("f", "text/plain", new byte[] {(byte) 0xe9});
      assertThat(post(client, "/text").file("file", latin).send().status()).isEqualTo(400);
      assertThat(
              post(client, "/text")
                  .file("file", file("f", "text/plain; charset=iso-8859-1", "x"))
                  .send()
                  .status())
          .isEqualTo(400);
    }
  }

  @Test
  void theDocumentHasAFilePicker() {
    try (var client = client()) {
      var document = client.get("/openapi.json").text();
      assertThat(document)
          .contains("\"multipart/form-data\"")
          .contains(
              "\"image\":{\"type\":\"string\",\"format\":\"binary\","
                  + "\"contentMediaType\":\"application/octet-stream\"}")
          .contains(
              "\"more\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"format\":\"binary\"");
    }
  }
}
