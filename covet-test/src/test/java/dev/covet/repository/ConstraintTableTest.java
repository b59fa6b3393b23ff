package dev.covet.repository;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** S3.val.three: the table of constraints in the guide is true, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstraintTableTest {
  @TempDir static Path temporary;

  private URLClassLoader classes;
  private TestClient client;
  private String document = "";

  static List<ConstraintTable.Row> rows() throws Exception {
    return ConstraintTable.rows();
  }

  @BeforeAll
  void start() throws Exception {
    var program = ConstraintTable.program(temporary);
    assertThat(program.compile()).isEmpty();
    classes = new URLClassLoader(new URL[] {program.classes().toUri().toURL()});
    var before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(classes);
    client = TestClient.of(Covet.app().add(classes.loadClass("books.Rows")));
    Thread.currentThread().setContextClassLoader(before);
    document = client.get("/openapi.json").text();
  }

  @AfterAll
  void stop() throws Exception {
    client.close();
    classes.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aBodyIsCheckedAsItsRowSays(ConstraintTable.Row row) {
    var path = "/bodies/" + row.number();

    assertThat(client.post(path, "{\"value\":%s}".formatted(row.right())).status()).isEqualTo(204);
    refused(client.post(path, "{\"value\":%s}".formatted(row.wrong())), row, "body", "value");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anElementIsCheckedAsItsRowSays(ConstraintTable.Row row) {
    if (row.isElement()) {
      var path = "/lists/" + row.number();
      var both = "{\"values\":[%s,%s]}".formatted(row.right(), row.wrong());

      refused(client.post(path, both), row, "body", "values", 1);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTextOfARequestIsCheckedAsItsRowSays(ConstraintTable.Row row) {
    if (row.isScalar()) {
      var right = text(row.right());
      var wrong = text(row.wrong());

      assertThat(client.get("/queries/%s?value=%s".formatted(row.number(), right)).status())
          .isEqualTo(204);
      refused(
          client.get("/queries/%s?value=%s".formatted(row.number(), wrong)), row, "query", "value");
      if (!bare(row.wrong()).isBlank()) { // which is no segment and no value of a header
        refused(client.get("/paths/%s/%s".formatted(row.number(), wrong)), row, "path", "value");
        refused(
            client
                .request(Method.GET, "/headers/" + row.number())
                .header("Value", bare(row.wrong()))
                .send(),
            row,
            "header",
            "Value");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theDocumentSaysIt(ConstraintTable.Row row) {
    var start = document.indexOf("\"Body%s\":{".formatted(row.number()));
    var schema = document.substring(start, document.indexOf("\"required\"", start));

    assertThat(schema).contains(row.words().isEmpty() ? List.of("\"description\":") : row.words());
  }

  private static String bare(String json) {
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }

  private static String text(String json) {
    return URLEncoder.encode(bare(json), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void refused(Answer answer, ConstraintTable.Row row, Object... location) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problems()).containsExactly(problem(row.code(), location));
    assertThat(answer.text()).contains("\"reason\":\"" + row.reason() + "\"");
  }
}
