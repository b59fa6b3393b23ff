package heroes;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * S4.ep.create, S4.ep.heroes, S4.ep.teams, S4.status, S4.err.404, S4.test.db, S4.rel.o2m,
 * S4.db.page, S2.h.infer, S2.h.business, S1.engine.once: the service as its clients see it.
 */
class HeroesTest {
  private static final String SPIDER_MAN =
      "{\"name\":\"Spider-Man\",\"secret_name\":\"Peter Parker\",\"age\":23}";

  @AutoClose private final TestClient client = TestClient.of(HeroesApp.app());

  @Test
  void aHeroIsStoredAndShown() {
    var created = client.post("/heroes", SPIDER_MAN);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text())
        .isEqualTo(
            "{\"id\":1,\"name\":\"Spider-Man\",\"secret_name\":\"Peter Parker\",\"age\":23,\"team_id\":null}");
    assertThat(client.get("/heroes/1").read(HeroWithTeam.class))
        .isEqualTo(new HeroWithTeam(new Hero(1, "Spider-Man", "Peter Parker", 23, null), null));
    assertThat(client.get("/heroes/2").status()).isEqualTo(404);
    assertThat(client.get("/heroes/2").text()).contains("Hero not found");
  }

  @Test
  void aPatchHasThreeStates() {
    client.post("/heroes", SPIDER_MAN);

    assertThat(client.patch("/heroes/1", "{}").queries()).isEqualTo(1);
    assertThat(client.patch("/heroes/1", "{\"age\":null}").read(Hero.class).age()).isNull();
    assertThat(client.patch("/heroes/1", "{\"age\":5}").read(Hero.class).age()).isEqualTo(5);
    assertThat(client.patch("/heroes/1", "{\"name\":null}").problems())
        .containsExactly(problem("null", "body", "name"));
  }

  @Test
  void everyBadValueIsNamed() {
    assertThat(client.get("/heroes?offset=-1&limit=abc").problems())
        .containsExactly(
            problem("too_small", "query", "offset"), problem("type", "query", "limit"));
    assertThat(client.post("/heroes", "{\"name\":\"\",\"age\":\"x\"}").problems())
        .containsExactly(
            problem("blank", "body", "name"),
            problem("type", "body", "age"),
            problem("missing", "body", "secret_name"));
  }

  @Test
  void aConflictNamesItsField() {
    client.post("/heroes", SPIDER_MAN);

    assertThat(client.post("/heroes", SPIDER_MAN).problems())
        .containsExactly(problem("taken", "body", "name"));
    var unknown = client.post("/heroes", "{\"name\":\"x\",\"secret_name\":\"y\",\"team_id\":9}");
    assertThat(unknown.status()).isEqualTo(409);
    assertThat(unknown.text()).contains("team_id");
  }

  @Test
  void aTeamIsShownWithItsHeroesInTwoStatements() {
    client.post("/teams", "{\"name\":\"Avengers\",\"headquarters\":\"New York\"}");
    for (var name : List.of("Wasp", "Thor", "Hulk")) {
      client.post(
          "/heroes", "{\"name\":\"%s\",\"secret_name\":\"x\",\"team_id\":1}".formatted(name));
    }

    var team = client.get("/teams/1");
    assertThat(team.read(TeamWithHeroes.class).heroes())
        .extracting(Hero::name)
        .containsExactly("Wasp", "Thor", "Hulk");
    assertThat(team.queries()).isEqualTo(2);
    assertThat(client.get("/heroes/1").read(HeroWithTeam.class).team())
        .isEqualTo(new Team(1, "Avengers", "New York"));
    assertThat(client.delete("/teams/1").status()).isEqualTo(409);
  }

  @Test
  void listsArePages() {
    for (var n = 0; n < 12; n++) {
      client.post("/heroes", "{\"name\":\"Hero %d\",\"secret_name\":\"x\"}".formatted(n));
    }

    assertThat(client.get("/heroes").readList(Hero.class)).hasSize(10);
    assertThat(client.get("/heroes?offset=10&limit=5").readList(Hero.class))
        .extracting(Hero::name)
        .containsExactly("Hero 10", "Hero 11");
  }

  @Test
  void otherMethodsAndPathsAreAnswered() {
    client.post("/heroes", SPIDER_MAN);

    var put = client.put("/heroes/1", SPIDER_MAN);
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.header("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS, PATCH");
    assertThat(client.head("/heroes/1").text()).isEmpty();
    assertThat(client.options("/heroes/1").status()).isEqualTo(204);
    assertThat(client.get("/heroes/").text()).isEqualTo(client.get("/heroes").text());
    var nowhere =
        client.request(Method.GET, "/nowhere").header("Accept", "application/problem+json").send();
    assertThat(nowhere.header("Content-Type")).hasValue("application/problem+json");
    assertThat(client.delete("/heroes/1").status()).isEqualTo(204);
    assertThat(client.delete("/heroes/1").status()).isEqualTo(404);
  }
}
