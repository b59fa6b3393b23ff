package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import campus.Campus;
import campus.Courses;
import campus.Enrollments;
import campus.Students;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * S2.db.proj: relations of every kind, nested, in a number of statements that does not depend on
 * the number of rows.
 */
class CampusTest {
  private TestClient client;

  @BeforeEach
  void fill() {
    client =
        TestClient.of(
            Covet.app()
                .install(Database.memory())
                .add(Campus.class)
                .add(Courses.class)
                .add(Students.class)
                .add(Enrollments.class));
    send("/campus/lecturers", "'name':'Ada'", "'name':'Bob','superiorId':1");
    send("/campus/lecturers", "'name':'Cy','superiorId':1");
    send("/campus/offices", "'door':'2b','lecturerId':2");
    send("/courses", "'code':'MA101','title':'Algebra'", "'code':'MA102','title':'Sets'");
    send("/students", "'name':'Ann'", "'name':'Ben'");
    send("/enrollments", "'studentId':1,'courseCode':'MA101'");
    send("/enrollments", "'studentId':1,'courseCode':'MA102'");
    send("/enrollments", "'studentId':2,'courseCode':'MA102'");
    send("/campus/lectures", "'courseCode':'MA101','lecturerId':2,'standInId':3");
    send("/campus/lectures", "'courseCode':'MA102','lecturerId':3");
  }

  private void send(String path, String... bodies) {
    for (var body : bodies) {
      client.post(path, "{" + body.replace('\'', '"') + "}");
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void rowsBehindATableBetweenAreAListAndANumber() {
    var answer = client.get("/campus/courses");

    assertThat(answer.text())
        .isEqualTo(
            """
            [{"code":"MA101","title":"Algebra","lectures":[{"id":1,\
            "lecturer":{"id":2,"name":"Bob","superiorId":1},\
            "standIn":{"id":3,"name":"Cy","superiorId":1}}],\
            "size":1,"students":[{"id":1,"name":"Ann"}]},\
            {"code":"MA102","title":"Sets","lectures":[{"id":2,\
            "lecturer":{"id":3,"name":"Cy","superiorId":1},"standIn":null}],\
            "size":2,"students":[{"id":1,"name":"Ann"},{"id":2,"name":"Ben"}]}]\
            """);
    assertThat(answer.queries()).isEqualTo(3);
  }

  @Test
  void listsInListsTakeOneStatementEach() {
    var answer = client.get("/campus/students/1");

    assertThat(answer.text())
        .startsWith("{\"id\":1,\"name\":\"Ann\",\"load\":2,\"courses\":[{\"code\":\"MA101\"")
        .contains(
            "\"size\":2,\"students\":[{\"id\":1,\"name\":\"Ann\"},{\"id\":2,\"name\":\"Ben\"}]")
        .contains("\"standIn\":{\"id\":3,\"name\":\"Cy\",\"superiorId\":1}");
    assertThat(answer.queries()).isEqualTo(4);
  }

  @Test
  void theNumberOfStatementsIsThatOfTheListsWhateverTheRows() {
    for (var number = 201; number < 231; number++) {
      send("/courses", "'code':'MA%s','title':'More'".formatted(number));
      send("/enrollments", "'studentId':1,'courseCode':'MA%s'".formatted(number));
      send("/campus/lectures", "'courseCode':'MA%s','lecturerId':2".formatted(number));
    }

    assertThat(client.get("/campus/students/1").queries()).isEqualTo(4);
    assertThat(client.get("/campus/courses?limit=100").queries()).isEqualTo(3);
  }

  @Test
  void aTableThatRefersToItselfIsReadUpAndDown() {
    var answer = client.get("/campus/lecturers");

    assertThat(answer.text())
        .isEqualTo(
            """
            [{"id":1,"name":"Ada","superiorId":null,"superior":null,\
            "staff":[{"id":2,"name":"Bob","superiorId":1},{"id":3,"name":"Cy","superiorId":1}],\
            "staffSize":2,"office":null,"substitutions":[]},\
            {"id":2,"name":"Bob","superiorId":1,\
            "superior":{"id":1,"name":"Ada","superiorId":null},"staff":[],"staffSize":0,\
            "office":{"id":1,"door":"2b","lecturerId":2},"substitutions":[]},\
            {"id":3,"name":"Cy","superiorId":1,\
            "superior":{"id":1,"name":"Ada","superiorId":null},"staff":[],"staffSize":0,\
            "office":null,"substitutions":[{"id":1,"courseCode":"MA101","lecturerId":2,\
            "standInId":3}]}]\
            """);
    assertThat(answer.queries()).isEqualTo(3);
  }

  @Test
  void aTableBetweenRowsOfOneTableIsReadInBothDirections() {
    send("/courses", "'code':'MA103','title':'Models'");
    send("/campus/prerequisites", "'courseCode':'MA102','neededCode':'MA101'");
    send("/campus/prerequisites", "'courseCode':'MA103','neededCode':'MA101'");
    send("/campus/prerequisites", "'courseCode':'MA103','neededCode':'MA102'");

    var answer = client.get("/campus/order/MA102");

    assertThat(answer.text())
        .isEqualTo(
            """
            {"code":"MA102","needs":[{"code":"MA101","title":"Algebra"}],\
            "neededBy":[{"code":"MA103","title":"Models"}],"demand":1}\
            """);
    assertThat(answer.queries()).isEqualTo(3);
    assertThat(client.get("/campus/order/MA101").text()).endsWith("\"demand\":2}");
  }

  @Test
  void theDocumentHasEveryShape() {
    assertThat(client.get("/openapi.json").text())
        .contains("\"CourseWithAll\"", "\"StudentWithCourses\"", "\"LecturerWithStaff\"")
        .contains("\"EnrollmentUpdate\"", "\"LectureWithPeople\"");
  }
}
