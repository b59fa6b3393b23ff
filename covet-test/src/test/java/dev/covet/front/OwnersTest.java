package dev.covet.front;

import static lodge.CodeTable.CODE;
import static lodge.KeepsakeTable.KEEPSAKE;
import static lodge.LabelTable.LABEL;
import static lodge.ShelfTable.SHELF;
import static lodge.SignatureTable.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.data.Repository;
import dev.covet.data.query.Expression;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.util.List;
import lodge.CodeTable;
import lodge.Doorkeeper;
import lodge.KeepsakeTable;
import lodge.Keepsakes;
import lodge.Yard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S3.sec.authz and security.md A9, A10: rows with an owner, which nobody else sees or changes,
 * whatever leads to them.
 */
@ParameterizedClass
@EnumSource(Kept.class)
class OwnersTest {
  private static final List<String> PLACING =
      List.of("insert", "insertAll", "findOrInsert", "upsert", "save", "replace", "all", "count");

  private static final List<String> READING =
      List.of(
          "row",
          "joined",
          "list",
          "lists",
          "led",
          "sorted",
          "page",
          "slice",
          "stream",
          "exists",
          "picked",
          "in-tx",
          "in-read-only");

  private static final List<String> WRITING =
      List.of(
          "insert",
          "insertAll",
          "label",
          "findOrInsert",
          "upsert",
          "save",
          "update",
          "replace",
          "updates",
          "updates-read",
          "in-tx",
          "delete",
          "deletes-read",
          "deletes");

  private final TestClient client;
  private final TestClient ann;
  private final TestClient bob;

  OwnersTest(Kept kept) {
    client =
        TestClient.of(
            Covet.app()
                .set("DATABASE_CONNECTIONS_MAX", "1")
                .install(
                    Database.memory().tables(CODE, KEEPSAKE, LABEL, SHELF, SIGNATURE),
                    Doorkeeper.asking())
                .add(Keepsakes.class, Yard.class),
            kept.database());
    ann = client.header("Authorization", "Bearer ann");
    bob = client.header("Authorization", "Bearer bob");
  }

  /** Two things and a shelf of Ann's, one thing and a shelf of Bob's. */
  @BeforeEach
  void fill() {
    ann.post("/keepsakes/shelves", "{\"name\":\"oak\",\"ownerId\":2,\"owner_id\":2}");
    bob.post("/keepsakes/shelves", "{\"name\":\"elm\"}");
    ann.post("/keepsakes", "{\"name\":\"ring\",\"shelfId\":1,\"ownerId\":2,\"owner_id\":2}");
    bob.post("/keepsakes", "{\"name\":\"bell\",\"shelfId\":2}");
    ann.post("/keepsakes/all", "[{\"name\":\"coin\",\"ownerId\":2}]");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aRowIsOfWhoeverInsertsItWhateverHeSends() {
    assertThat(ann.get("/keepsakes/1").text())
        .isEqualTo("{\"id\":1,\"name\":\"ring\",\"shelfId\":1,\"version\":0,\"ownerId\":1}");
    assertThat(ann.get("/keepsakes/3").text()).contains("\"coin\"", "\"ownerId\":1");
    assertThat(ann.patch("/keepsakes/1", "{\"ownerId\":2,\"owner_id\":2}").text())
        .contains("\"ownerId\":1");
    assertThat(ann.put("/keepsakes/1", "{\"name\":\"ring\",\"ownerId\":2}").text())
        .contains("\"ownerId\":1");
  }

  @Test
  void theRowOfSomebodyElseIsNotFound() {
    assertThat(bob.get("/keepsakes/1").status()).isEqualTo(404);
    assertThat(bob.patch("/keepsakes/1", "{\"name\":\"x\"}").status()).isEqualTo(404);
    assertThat(bob.put("/keepsakes/1", "{\"name\":\"x\"}").status()).isEqualTo(404);
    assertThat(bob.put("/keepsakes/1/saved?name=x&version=0", "").status()).isIn(404, 409);
    assertThat(bob.delete("/keepsakes/1").status()).isEqualTo(404);
    assertThat(bob.get("/keepsakes/kept/1").status()).isEqualTo(404);
    assertThat(bob.get("/keepsakes/placed/1").status()).isEqualTo(404);
    assertThat(ann.get("/keepsakes/1").text()).contains("\"ring\"", "\"version\":0");
  }

  @Test
  void whatIsOnesOwnIsFoundAndChanged() {
    assertThat(ann.patch("/keepsakes/1", "{\"name\":\"key\"}").text()).contains("\"key\"");
    assertThat(ann.put("/keepsakes/1/saved?name=box&version=1", "").text())
        .contains("\"box\"", "\"version\":2", "\"ownerId\":1");
    assertThat(ann.get("/keepsakes/kept/1").text()).contains("\"box\"");
    assertThat(ann.get("/keepsakes/placed/3").text()).contains("\"coin\"", "\"shelf\":null");
    assertThat(ann.delete("/keepsakes/1").status()).isEqualTo(204);
  }

  @Test
  void listsAndPagesHaveOnesOwnRows() {
    assertThat(names(ann.get("/keepsakes"))).isEqualTo("ring coin");
    assertThat(names(ann.get("/keepsakes/any"))).isEqualTo("ring coin");
    assertThat(bob.get("/keepsakes/pages").text()).contains("\"total\":1", "bell");
    assertThat(bob.get("/keepsakes/facts").text()).isEqualTo("1 1 1 [bell]");
  }

  @Test
  void manyRowsAreChangedAsFarAsTheyAreOnesOwn() {
    assertThat(bob.patch("/keepsakes", "").text()).isEqualTo("1");
    assertThat(bob.delete("/keepsakes").text()).isEqualTo("1");
    assertThat(names(ann.get("/keepsakes"))).isEqualTo("ring coin");
  }

  /** Bob has put his bell on Ann's shelf by its number. */
  @Test
  void relationsLeadToNobodyElsesRows() {
    bob.put("/keepsakes/2/shelf/1?how=unscoped", "");

    assertThat(bob.get("/keepsakes/placed").text()).contains("\"bell\"", "\"shelf\":null");
    assertThat(bob.get("/keepsakes/facts").text()).isEqualTo("0 0 0 [bell]");
    assertThat(ann.get("/keepsakes/shelves").text())
        .isEqualTo(
            """
            [{"id":1,"name":"oak","ownerId":1,"load":1,"keepsakes":[\
            {"id":1,"name":"ring","shelfId":1,"version":0,"ownerId":1}]}]\
            """);
    assertThat(ann.get("/keepsakes/placed").text()).contains("\"name\":\"oak\"");
  }

  /** Else keys would tell what somebody has, and he could not take it away any more. */
  @Test
  void nobodyLeadsToWhatIsSomebodyElses() {
    var before = bob.get("/keepsakes").text();
    for (var how : PLACING) {
      var foreign = bob.allowRepeats().put("/keepsakes/2/shelf/1?how=" + how, "");
      var missing = bob.allowRepeats().put("/keepsakes/2/shelf/99?how=" + how, "");
      assertThat(foreign.status()).as(how).isEqualTo(409);
      assertThat(foreign.problems()).as(how).isEqualTo(missing.problems()).isNotEmpty();
    }
    assertThat(bob.post("/keepsakes", "{\"name\":\"x\",\"shelfId\":1}").status()).isEqualTo(409);
    assertThat(bob.patch("/keepsakes/2", "{\"shelfId\":1}").status()).isEqualTo(409);
    assertThat(bob.post("/keepsakes/1/labels?text=x", "").status()).isEqualTo(409);
    assertThat(bob.get("/keepsakes").text()).isEqualTo(before);
    ann.patch("/keepsakes/1", "{\"shelfId\":null}");
    assertThat(ann.delete("/keepsakes/shelves/1").status()).isEqualTo(204);
  }

  @Test
  void whatIsOnesOwnIsLedTo() {
    for (var how : PLACING) {
      ann.patch("/keepsakes", "");
      var answer = ann.put("/keepsakes/1/shelf/1?how=" + how, "");
      if (!how.equals("save")) assertThat(answer.text()).as(how).contains("\"shelfId\":1");
    }
    assertThat(ann.post("/keepsakes/1/many-labels", "").text()).isEqualTo("3");
  }

  /** Whoever asks is found out by the database, which has one connection. */
  @Test
  void whoAsksIsFoundOutBeforeAConnectionIsTaken() {
    for (var what : READING) {
      assertThat(ann.get("/yard/" + what).text()).as(what).startsWith(what + ": ");
    }
    for (var what : WRITING) {
      assertThat(ann.post("/yard/" + what, "").text()).as(what).startsWith(what + ": ");
    }
  }

  @Test
  void whoAsksIsNotFoundOutForRowsWithoutAnOwner() {
    assertThat(bob.get("/yard/visits/Ann").text()).isEqualTo("1");
    assertThat(client.header("Authorization", "Bearer cid").get("/yard/visits/Ann").text())
        .isEqualTo("1");
  }

  @Test
  void aSessionThatIsKeptShowsTheNextOneNothing() {
    try (var lines = new LogLines("dev.covet.faults")) {
      assertThat(ann.get("/yard/kept").text()).isEqualTo("1");
      var answer = bob.get("/yard/kept");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(lines.of(answer.header("X-Request-Id").orElseThrow()))
          .singleElement()
          .satisfies(line ->
              assertThat(line.getThrowableProxy().getMessage())
                  .contains("A Session was kept after the end of its request"));
    }
  }

  @Test
  void whatHasAUniqueValueOfSomebodyElseIsNotWrittenOver() {
    assertThat(bob.put("/keepsakes/named/ring", "").status()).isEqualTo(409);
    assertThat(bob.allowRepeats().post("/keepsakes/named/ring", "").status()).isEqualTo(409);
    assertThat(ann.put("/keepsakes/named/ring", "").text())
        .contains("\"id\":1", "\"version\":1", "\"ownerId\":1");
    assertThat(ann.post("/keepsakes/named/ring", "").text()).contains("\"id\":1");
    assertThat(bob.put("/keepsakes/named/drum", "").text()).contains("\"ownerId\":2");
    assertThat(bob.post("/keepsakes/named/fife", "").text()).contains("\"ownerId\":2");
  }

  @Test
  void unscopedIsSaidByName() {
    assertThat(names(ann.get("/keepsakes/everybodys"))).isEqualTo("ring bell coin");
    assertThat(names(bob.get("/keepsakes/everybodys"))).isEqualTo("bell");
  }

  @Test
  void withoutAPrincipalNothingIsReadAndTheLogSaysWhy() {
    try (var lines = new LogLines("dev.covet.faults")) {
      var answer = client.get("/keepsakes/open");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(lines.of(answer.header("X-Request-Id").orElseThrow()))
          .singleElement()
          .satisfies(line ->
              assertThat(line.getThrowableProxy().getMessage())
                  .contains("These rows have an owner", "db.unscoped()"));
    }
    assertThat(names(bob.get("/keepsakes/open"))).isEqualTo("bell");
  }

  /** security.md A11: a column of secrets is asked for whole values and nothing else. */
  @Test
  void aSecretIsFoundByTheWholeOfItAndByNothingElse() {
    assertThat(ann.post("/keepsakes/codes/sesame").text()).isEqualTo("1");
    assertThat(ann.post("/keepsakes/codes/ses").text()).isEqualTo("1");
    assertThat(CodeTable.CODE.word).isNotInstanceOf(Expression.class);
  }

  @Test
  void aRepositoryInMemoryHasNoOwners() {
    assertThatThrownBy(() -> Repository.inMemory(KeepsakeTable.KEEPSAKE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Keepsake has an @Owner");
  }

  private static String names(Answer answer) {
    return answer
        .text()
        .replaceAll("\\{\"id\":\\d+,\"name\":\"(\\w+)\"[^}]*},?", "$1 ")
        .replaceAll("[\\[\\]]", "")
        .strip();
  }
}
