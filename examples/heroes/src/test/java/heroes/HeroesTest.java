package heroes;

import static dev.covet.test.TestClient.problem;
import static heroes.HeroTable.HERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import dev.covet.web.http.Method;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * S4.ep.create, S4.ep.heroes, S4.ep.teams, S4.status, S4.err.404, S4.test.db, S4.rel.o2m,
 * S4.db.page, S2.h.infer, S2.h.business, S1.engine.once: the service as its clients see it.
 */
class HeroesTest {
  private static final Hero SPIDER_MAN = new Hero(0, "Spider-Man", "Peter Parker", 23, null);
  private static final Paging FIRST_PAGE = new Paging(0, 10);

  @AutoClose private final TestClient client = TestClient.of(HeroesApp.app(), database());
  private final HeroesClient heroes = new HeroesClient(client);
  private final TeamsClient teams = new TeamsClient(client);

  TestDatabase database() {
    return TestDatabase.memory();
  }

  @Test
  void aHeroIsStoredAndShown() {
    var created = heroes.create(SPIDER_MAN);

    assertThat(created).isEqualTo(new Hero(1, "Spider-Man", "Peter Parker", 23, null));
    assertThat(heroes.read(1)).contains(new HeroWithTeam(created, null));
    assertThat(heroes.read(2)).isEmpty();
  }

  @Test
  void whatIsSentAndAnsweredIsJson() {
    var created =
        client.post(
            "/heroes", "{\"name\":\"Spider-Man\",\"secret_name\":\"Peter Parker\",\"age\":23}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text())
        .isEqualTo(
            "{\"id\":1,\"name\":\"Spider-Man\",\"secret_name\":\"Peter Parker\",\"age\":23,\"team_id\":null}");
    assertThat(client.get("/heroes/2").status()).isEqualTo(404);
    assertThat(client.get("/heroes/2").text()).contains("Hero not found");
  }

  @Test
  void aPatchHasThreeStates() {
    heroes.create(SPIDER_MAN);

    assertThat(client.patch("/heroes/1", "{}").queries()).isEqualTo(1);
    assertThat(heroes.update(1, Changes.of(HERO.age.to(null))).age()).isNull();
    assertThat(heroes.update(1, Changes.of(HERO.age.to(5))).age()).isEqualTo(5);
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
    heroes.create(SPIDER_MAN);

    assertThatThrownBy(() -> heroes.create(SPIDER_MAN))
        .isInstanceOfSatisfying(
            Conflict.class,
            error -> assertThat(error.problems().getFirst().field()).isEqualTo("name"));
    assertThatThrownBy(() -> heroes.create(new Hero(0, "x", "y", null, 9L)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("team_id");
  }

  @Test
  void aTeamIsShownWithItsHeroesInTwoStatements() {
    var avengers = teams.create(new Team(0, "Avengers", "New York"));
    for (var name : List.of("Wasp", "Thor", "Hulk")) {
      heroes.create(
          HERO.of(HERO.name.to(name), HERO.secretName.to("x"), HERO.teamId.to(avengers.id())));
    }

    var team = client.get("/teams/1");
    assertThat(team.read(TeamWithHeroes.class).heroes())
        .extracting(Hero::name)
        .containsExactly("Wasp", "Thor", "Hulk");
    assertThat(team.queries()).isEqualTo(2);
    assertThat(heroes.read(1).orElseThrow().team()).isEqualTo(avengers);
    assertThatThrownBy(() -> teams.delete(1)).isInstanceOf(Conflict.class);
  }

  @Test
  void listsArePages() {
    for (var n = 0; n < 12; n++) {
      heroes.create(HERO.of(HERO.name.to("Hero " + n), HERO.secretName.to("x")));
    }

    assertThat(heroes.list(FIRST_PAGE)).hasSize(10);
    assertThat(heroes.list(new Paging(10, 5)))
        .extracting(Hero::name)
        .containsExactly("Hero 10", "Hero 11");
  }

  @Test
  void otherMethodsAndPathsAreAnswered() {
    heroes.create(SPIDER_MAN);

    var put = client.put("/heroes/1", "{}");
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.header("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS, PATCH");
    assertThat(client.head("/heroes/1").text()).isEmpty();
    assertThat(client.options("/heroes/1").status()).isEqualTo(204);
    assertThat(client.get("/heroes/").text()).isEqualTo(client.get("/heroes").text());
    var nowhere =
        client.request(Method.GET, "/nowhere").header("Accept", "application/problem+json").send();
    assertThat(nowhere.header("Content-Type")).hasValue("application/problem+json");
    heroes.delete(1);
    assertThatThrownBy(() -> heroes.delete(1)).isInstanceOf(NotFound.class);
  }
}
