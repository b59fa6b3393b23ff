package dev.covet.front;

import static campus.CourseTable.COURSE;
import static campus.EnrollmentTable.ENROLLMENT;
import static org.assertj.core.api.Assertions.assertThat;

import campus.Courses;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** D34: an {@code @Id} that people give is read for a new row, and never changes. */
@ParameterizedClass
@EnumSource
class NaturalKeysTest {
  private final Kept kept;
  private static final String ALGEBRA = "{\"code\":\"MA101\",\"title\":\"Algebra\"}";

  private TestClient client;

  NaturalKeysTest(Kept kept) {
    this.kept = kept;
  }

  @BeforeEach
  void createOne() {
    client =
        TestClient.of(
            Covet.app().install(Database.memory().tables(COURSE, ENROLLMENT)).add(Courses.class),
            kept.database());
    assertThat(client.post("/courses", ALGEBRA).status()).isEqualTo(201);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aNewRowHasTheKeyThatWasSent() {
    assertThat(client.get("/courses/MA101").text()).isEqualTo(ALGEBRA);
  }

  @Test
  void theKeyIsRequiredAndCheckedAsAnyField() {
    assertThat(client.post("/courses", "{\"title\":\"x\"}").problems())
        .extracting(each -> each.code() + " " + each.location())
        .containsExactly("missing [body, code]");
    assertThat(client.post("/courses", "{\"code\":\"x\",\"title\":\"x\"}").problems())
        .extracting(each -> each.code() + " " + each.location())
        .containsExactly("pattern [body, code]");
  }

  @Test
  void aKeyThatIsTakenIsAConflict() {
    var answer = client.post("/courses", ALGEBRA);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problems())
        .extracting(each -> each.code() + " " + each.location())
        .containsExactly("taken [body, code]");
  }

  @Test
  void changesDoNotReadTheKey() {
    var answer = client.patch("/courses/MA101", "{\"code\":\"MA102\",\"title\":\"Sets\"}");

    assertThat(answer.text()).isEqualTo("{\"code\":\"MA101\",\"title\":\"Sets\"}");
    assertThat(client.get("/courses/MA102").status()).isEqualTo(404);
  }

  @Test
  void whatReplacesARowKeepsItsKey() {
    var answer = client.put("/courses/MA101", "{\"code\":\"MA102\",\"title\":\"Sets\"}");

    assertThat(answer.text()).isEqualTo("{\"code\":\"MA101\",\"title\":\"Sets\"}");
  }

  @Test
  void theDocumentHasTheKeyInWhatIsSentAndNotInChanges() {
    var document = client.get("/openapi.json").text();

    assertThat(document).contains("\"CourseUpdate\"").doesNotContain("CourseCreate");
    var changes = document.substring(document.indexOf("\"CourseUpdate\":"));
    assertThat(changes.substring(0, changes.indexOf("}}")))
        .contains("\"title\":")
        .doesNotContain("\"code\":");
  }
}
