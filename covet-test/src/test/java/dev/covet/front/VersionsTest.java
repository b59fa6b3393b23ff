package dev.covet.front;

import static campus.NoteTable.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import campus.Notes;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that the server sets: {@code @Version}, {@code @CreatedAt}, {@code @UpdatedAt}. */
@ParameterizedClass
@EnumSource
class VersionsTest {
  private final Kept kept;
  private TestClient client;
  private String start;

  VersionsTest(Kept kept) {
    this.kept = kept;
  }

  @BeforeEach
  void createOne() {
    client =
        TestClient.of(
            Covet.app().install(Database.memory().tables(NOTE)).add(Notes.class), kept.database());
    start = client.clock().instant().toString();
    client.post(
        "/notes",
        """
        {"id":7,"text":"a","version":9,"createdAt":"2001-01-01T00:00:00Z",\
        "updatedAt":"2001-01-01T00:00:00Z"}\
        """);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static String note(String text, int version, String created, String updated) {
    return "{\"id\":1,\"text\":\"%s\",\"version\":%s,\"createdAt\":\"%s\",\"updatedAt\":\"%s\"}"
        .formatted(text, version, created, updated)
        .replace("Z\"", ".000Z\"");
  }

  @Test
  void aNewRowHasTheTimeOfTheAppsClockWhateverWasSent() {
    assertThat(client.get("/notes/1").text()).isEqualTo(note("a", 0, start, start));
  }

  @Test
  void everyChangeCountsAndHasItsTime() {
    client.clock().advance(Duration.ofMinutes(1));
    var later = client.clock().instant().toString();

    var updated = client.patch("/notes/1?version=0", "{\"text\":\"b\",\"version\":5}");
    var replaced = client.put("/notes/1?version=1", "{\"text\":\"c\",\"version\":5}");
    var overwritten = client.patch("/notes/1/anyway", "{\"text\":\"d\"}");

    assertThat(updated.text()).isEqualTo(note("b", 1, start, later));
    assertThat(replaced.text()).isEqualTo(note("c", 2, start, later));
    assertThat(overwritten.text()).isEqualTo(note("d", 3, start, later));
    assertThat(updated.queries()).isEqualTo(1);
  }

  @Test
  void aChangeOfAnOldVersionIsAConflictAndWritesNothing() {
    client.patch("/notes/1/anyway", "{\"text\":\"b\"}");
    var there = client.get("/notes/1").text();

    var updated = client.patch("/notes/1?version=0", "{\"text\":\"c\"}");
    var replaced = client.put("/notes/1?version=0", "{\"text\":\"c\"}");

    assertThat(updated.status()).isEqualTo(409);
    assertThat(updated.text()).contains("Note was changed meanwhile: read it again");
    assertThat(replaced.status()).isEqualTo(409);
    assertThat(client.get("/notes/1").text()).isEqualTo(there);
  }

  @Test
  void aRowThatIsNotThereIsNotFoundWhateverItsVersion() {
    assertThat(client.patch("/notes/2?version=0", "{\"text\":\"c\"}").status()).isEqualTo(404);
  }

  @Test
  void noChangesCheckTheVersionAndCountNothing() {
    assertThat(client.patch("/notes/1?version=0", "{}").text())
        .isEqualTo(note("a", 0, start, start));
    assertThat(client.patch("/notes/1?version=1", "{}").status()).isEqualTo(409);
  }

  @Test
  void whatIsSavedIsAddedWithoutAKeyAndElseWritesTheVersionThatWasRead() {
    client.clock().advance(Duration.ofMinutes(1));
    var later = client.clock().instant().toString();

    assertThat(client.put("/notes/0/saved?version=0&text=b", "").text())
        .isEqualTo(note("b", 0, later, later).replace("\"id\":1", "\"id\":2"));
    assertThat(client.put("/notes/1/saved?version=0&text=c", "").text())
        .isEqualTo(note("c", 1, start, later));
    assertThat(client.put("/notes/1/saved?version=0&text=d", "").status()).isEqualTo(409);
    assertThat(client.put("/notes/9/saved?version=0&text=e", "").status()).isEqualTo(404);
  }

  @Test
  void theDocumentHasThemInAnswersAlone() {
    var document = client.get("/openapi.json").text();
    var sent = document.substring(document.indexOf("\"NoteCreate\":"));

    assertThat(sent.substring(0, sent.indexOf("}}")))
        .doesNotContain("version", "createdAt", "updatedAt");
  }
}
