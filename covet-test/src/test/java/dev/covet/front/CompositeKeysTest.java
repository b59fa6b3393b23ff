package dev.covet.front;

import static campus.CourseTable.COURSE;
import static campus.EnrollmentTable.ENROLLMENT;
import static campus.StudentTable.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import campus.Courses;
import campus.Enrollments;
import campus.Students;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** D34, S2.db.map: rows that are found by several components together. */
@ParameterizedClass
@EnumSource
class CompositeKeysTest {
  private final Kept kept;
  private static final String SETS =
      """
      {"studentId":1,"courseCode":"MA102","grade":null}\
      """;

  private TestClient client;

  CompositeKeysTest(Kept kept) {
    this.kept = kept;
  }

  @BeforeEach
  void enroll() {
    client =
        TestClient.of(
            Covet.app()
                .install(Database.memory().tables(COURSE, ENROLLMENT, STUDENT))
                .add(Courses.class)
                .add(Students.class)
                .add(Enrollments.class),
            kept.database());
    client.post("/courses", "{\"code\":\"MA101\",\"title\":\"Algebra\"}");
    client.post("/courses", "{\"code\":\"MA102\",\"title\":\"Sets\"}");
    client.post("/students", "{\"name\":\"Ann\"}");
    client.post("/students", "{\"name\":\"Ben\"}");
    enroll(2, "MA102");
    assertThat(enroll(1, "MA102").text()).isEqualTo(SETS);
  }

  private Answer enroll(long student, String course) {
    return client.post(
        "/enrollments", "{\"studentId\":%s,\"courseCode\":\"%s\"}".formatted(student, course));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aRowIsReadByAllOfItsKeyInOneStatement() {
    var answer = client.get("/enrollments/1/MA102");

    assertThat(answer.text())
        .isEqualTo(
            """
            {"studentId":1,"courseCode":"MA102","grade":null,\
            "course":{"code":"MA102","title":"Sets"}}\
            """);
    assertThat(answer.queries()).isEqualTo(1);
    assertThat(client.get("/enrollments/1/MA101").status()).isEqualTo(404);
  }

  @Test
  void onlyAllOfAKeyTogetherIsTaken() {
    assertThat(enroll(1, "MA101").status()).isEqualTo(201);

    var answer = enroll(1, "MA102");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problems())
        .extracting(each -> each.code() + " " + each.location())
        .containsExactly("taken [body, studentId]");
    assertThat(answer.text()).contains("is already taken together with courseCode");
  }

  @Test
  void aPartThatRefersToNothingIsNamed() {
    assertThat(enroll(1, "MA109").problems())
        .extracting(each -> each.code() + " " + each.location())
        .containsExactly("invalid [body, courseCode]");
  }

  @Test
  void oneRowIsChangedAndKeepsItsKey() {
    var changed = client.patch("/enrollments/1/MA102", "{\"courseCode\":\"MA101\",\"grade\":2}");
    var replaced =
        client.put(
            "/enrollments/2/MA102", "{\"studentId\":1,\"courseCode\":\"MA101\",\"grade\":3}");

    assertThat(changed.text()).isEqualTo(SETS.replace("null", "2"));
    assertThat(replaced.text()).isEqualTo(SETS.replace("1,", "2,").replace("null", "3"));
  }

  @Test
  void whatIsSavedIsAddedOnceAndThenChanged() {
    var algebra = SETS.replace("MA102", "MA101");

    assertThat(client.put("/enrollments", algebra).text()).isEqualTo(algebra);
    assertThat(client.put("/enrollments", algebra.replace("null", "5")).text())
        .isEqualTo(algebra.replace("null", "5"));
    assertThat(client.get("/enrollments").text().split("MA101\",\"grade", -1)).hasSize(2);
  }

  @Test
  void oneRowIsDeleted() {
    assertThat(client.delete("/enrollments/1/MA102").status()).isEqualTo(204);

    assertThat(client.delete("/enrollments/1/MA102").status()).isEqualTo(404);
    assertThat(client.get("/enrollments/2/MA102").status()).isEqualTo(200);
  }

  @Test
  void rowsGoWithTheRowThatAPartRefersTo() {
    client.delete("/students/1");

    assertThat(client.get("/enrollments/1/MA102").status()).isEqualTo(404);
  }

  @Test
  void aPageIsOrderedByAllOfTheKeyInTheEnd() {
    enroll(1, "MA101");

    assertThat(client.get("/enrollments?limit=2").text())
        .containsSubsequence("1,\"courseCode\":\"MA101\"", "1,\"courseCode\":\"MA102\"")
        .doesNotContain("\"studentId\":2");
  }
}
