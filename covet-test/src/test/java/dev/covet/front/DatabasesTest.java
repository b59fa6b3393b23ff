package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import dev.covet.web.http.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Shelves;

/**
 * S4.test.db, S4.db.session, beyond.md 6: each client has an empty database of its own, and sees
 * the statements of each request.
 */
@ParameterizedClass
@EnumSource(Way.class)
class DatabasesTest {
  private static final int SHELVES = 5;

  private final Way way;
  @TempDir private Path folder = Path.of("");

  DatabasesTest(Way way) {
    this.way = way;
  }

  private App app() {
    return Covet.app()
        .install(Database.url("sqlite:" + folder.resolve("shop.db")))
        .add(Shelves.class);
  }

  private static void fill(TestClient client) {
    for (var i = 1; i <= SHELVES; i++) {
      client.post("/shelves", "{\"name\":\"s%d\"}".formatted(i));
      client.post("/shelves/things", "{\"name\":\"t\",\"shelfId\":%d}".formatted(i));
    }
  }

  /**
   * L1: lines of several requests, which one thread writes in one commit, each have their own id.
   */
  @Test
  void echoedStatementsHaveTheIdOfTheirRequest() throws InterruptedException {
    try (var lines = new LogLines("dev.covet.sql");
        var client = way.client(app().set("SQL_ECHO", "on"))) {
      var ids = IntStream.range(0, SHELVES).mapToObj(n -> way + "-echo-" + n).toList();
      var requests = ids.stream().map(id -> Thread.startVirtualThread(() -> add(client, id)));
      for (var request : requests.toList()) {
        request.join();
      }

      for (var id : ids) {
        assertThat(lines.of(id))
            .extracting(ILoggingEvent::getFormattedMessage)
            .containsExactly("INSERT INTO shelf (name) VALUES (?) RETURNING id");
      }
    }
  }

  private static void add(TestClient client, String id) {
    client
        .request(Method.POST, "/shelves")
        .header("X-Request-Id", id)
        .json("{\"name\":\"%s\"}".formatted(id))
        .send();
  }

  @Test
  void aClientHasAnEmptyDatabaseInMemory() {
    try (var one = way.client(app());
        var other = way.client(app())) {
      assertThat(one.post("/shelves", "{\"name\":\"a\"}").text())
          .isEqualTo("{\"id\":1,\"name\":\"a\"}");
      assertThat(one.get("/shelves").text()).isEqualTo("[{\"id\":1,\"name\":\"a\",\"things\":[]}]");
      assertThat(other.get("/shelves").text()).isEqualTo("[]");
    }
    assertThat(folder).isEmptyDirectory();
    assertThat(Files.exists(folder.resolve("shop.db"))).isFalse();
  }

  @Test
  void aTestChoosesWhereItsDatabasesAre() {
    var chosen = new ChosenFile("sqlite:" + folder.resolve("chosen.db"));
    try (var client = TestClient.of(app(), chosen)) {
      client.post("/shelves", "{\"name\":\"kept\"}");
      assertThat(chosen.isClosed).isFalse();
    }
    assertThat(chosen.isClosed).isTrue();
    try (var client = TestClient.of(app(), chosen)) {
      assertThat(client.get("/shelves").text()).contains("kept");
    }
    assertThatThrownBy(() -> TestClient.of(app(), () -> "none:such"))
        .hasMessageContaining("begins with \"none:\"");
  }

  private static final class ChosenFile implements TestDatabase {
    private final String url;
    private boolean isClosed;

    ChosenFile(String url) {
      this.url = url;
    }

    @Override
    public String url() {
      return url;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  @Test
  void aProjectionTakesTwoStatementsWhateverTheSize() {
    try (var client = way.client(app())) {
      assertThat(client.get("/shelves").queries()).isLessThanOrEqualTo(2);
      fill(client);
      var answer = client.get("/shelves");
      assertThat(answer.queries()).isEqualTo(2);
      assertThat(answer.text()).contains("\"shelfId\":5");
    }
  }

  @Test
  void readingRowByRowFailsTheTest() {
    try (var client = way.client(app())) {
      fill(client);

      assertThatThrownBy(() -> client.get("/shelves/slowly"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("GET /shelves/slowly ran one select 5 times")
          .hasMessageContaining("shelf_id");
      assertThat(client.allowRepeats().get("/shelves/slowly").queries()).isEqualTo(1 + SHELVES);
    }
  }

  @Test
  void whatTheDatabaseRefusesIsAConflictThatNamesItsField() {
    try (var client = way.client(app())) {
      fill(client);

      var taken = client.post("/shelves", "{\"name\":\"s1\"}");
      assertThat(taken.status()).isEqualTo(409);
      assertThat(taken.problems()).containsExactly(problem("taken", "body", "name"));
      assertThat(client.post("/shelves/things", "{\"name\":\"t\",\"shelfId\":99}").status())
          .isEqualTo(409);
      assertThat(client.delete("/shelves/1").status()).isEqualTo(409);
      assertThat(client.delete("/shelves/99").status()).isEqualTo(404);
    }
  }

  @Test
  void aConflictOfAFormNamesTheFieldOfTheForm() {
    try (var client = way.client(app())) {
      fill(client);

      var taken = client.request(Method.POST, "/shelves/form").field("name", "s1").send();
      assertThat(taken.status()).isEqualTo(409);
      assertThat(taken.problems()).containsExactly(problem("taken", "form", "name"));
    }
  }
}
