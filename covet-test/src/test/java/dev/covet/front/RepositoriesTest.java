package dev.covet.front;

import static dev.covet.api.Lifetime.REQUEST;
import static dev.covet.front.RepositoriesTest_PlantTable.PLANT;
import static dev.covet.front.RepositoriesTest_SeedTable.SEED;
import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.NotFound;
import dev.covet.api.OnStart;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Key;
import dev.covet.data.Database;
import dev.covet.data.Repository;
import dev.covet.data.query.Sort;
import dev.covet.test.TestClient;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.pat.repo, S3.mem.swap, S1.layer.service: repositories as services of an app. */
@ParameterizedClass
@EnumSource
class RepositoriesTest {
  @Table
  record Plant(
      @Id long id, @NotBlank @Unique String name, @Nullable @Min(1) @Index Integer centimetres) {}

  /** What knows plants, and no database. */
  @Provides(REQUEST)
  static final class Garden {
    private final Repository<Plant, Long> plants;

    Garden(Repository<Plant, Long> plants) {
      this.plants = plants;
    }

    Plant named(String name) {
      return plants
          .all()
          .where(PLANT.name.eq(name))
          .first()
          .orElseThrow(() -> new NotFound("No plant has this name"));
    }

    /** Both or none. */
    Plant graft(String root, String scion) {
      return plants.tx(() -> {
        plants.delete(named(root).id());
        return plants.insert(new Plant(0, scion, null));
      });
    }
  }

  @Routes("/plants")
  static final class Plants {
    @Post
    @Status(201)
    Plant create(Plant plant, Repository<Plant, Long> plants) {
      return plants.insert(plant);
    }

    @Get
    Page<Plant> list(Paging paging, Sort<Plant> sort, Repository<Plant, Long> plants) {
      return plants.all().orderBy(sort).page(paging);
    }

    @Get("/{id}")
    Optional<Plant> read(long id, Repository<Plant, Long> plants) {
      return plants.find(id);
    }

    @Patch("/{id}")
    Plant update(long id, Changes<Plant> changes, Repository<Plant, Long> plants) throws NotFound {
      return plants.update(id, changes);
    }

    @Delete("/{id}")
    void delete(long id, Repository<Plant, Long> plants) throws NotFound {
      plants.delete(id);
    }

    @Get("/named/{name}")
    Plant named(String name, Garden garden) throws NotFound {
      return garden.named(name);
    }

    @Post("/{root}/graft/{scion}")
    Plant graft(String root, String scion, Garden garden) throws NotFound, Conflict {
      return garden.graft(root, scion);
    }
  }

  /** What a program keeps in memory, by its own wish: for all of its requests. */
  @Table
  record Seed(@Id long id, @Unique String name) {}

  static final class Wiring {
    @Provides
    static Repository<Seed, Long> seeds() {
      return Repository.inMemory(SEED);
    }
  }

  @Routes("/seeds")
  static final class Seeds {
    private final Repository<Seed, Long> seeds;

    Seeds(Repository<Seed, Long> seeds) {
      this.seeds = seeds;
    }

    @OnStart
    void fill(Repository<Seed, Long> same) {
      same.insert(new Seed(0, "cress"));
    }

    @Post
    @Status(201)
    Seed create(Seed seed) {
      return seeds.insert(seed);
    }
  }

  private final Kept kept;

  RepositoriesTest(Kept kept) {
    this.kept = kept;
  }

  private static App app() {
    return Covet.app().install(Database.memory().tables(PLANT, SEED)).add(Plants.class);
  }

  @Test
  void aHandlerHasTheRowsOfATable() {
    try (var client = TestClient.of(app(), kept.database())) {
      var rose = client.post("/plants", "{\"name\":\"rose\",\"centimetres\":90}");
      client.post("/plants", "{\"name\":\"ivy\",\"centimetres\":500}");

      assertThat(rose.status()).isEqualTo(201);
      assertThat(client.patch("/plants/1", "{\"centimetres\":95}").text())
          .isEqualTo("{\"id\":1,\"name\":\"rose\",\"centimetres\":95}");
      assertThat(client.get("/plants?sort=-centimetres&limit=1").text())
          .isEqualTo("{\"items\":[{\"id\":2,\"name\":\"ivy\",\"centimetres\":500}],\"total\":2}");
      assertThat(client.delete("/plants/2").status()).isEqualTo(204);
      assertThat(client.get("/plants/2").status()).isEqualTo(404);
      var taken = client.post("/plants", "{\"name\":\"rose\"}");
      assertThat(taken.status()).isEqualTo(409);
      assertThat(taken.problems()).containsExactly(problem("taken", "body", "name"));
    }
  }

  @Test
  void aServiceAndItsHandlerShareOneTransaction() {
    try (var client = TestClient.of(app(), kept.database())) {
      client.post("/plants", "{\"name\":\"rose\"}");
      client.post("/plants", "{\"name\":\"plum\"}");

      assertThat(client.post("/plants/rose/graft/plum", "").status()).isEqualTo(409);
      assertThat(client.get("/plants/named/rose").status()).isEqualTo(200);
      assertThat(client.post("/plants/rose/graft/peach", "").status()).isEqualTo(200);
      assertThat(client.get("/plants/named/rose").status()).isEqualTo(404);
    }
  }

  @Test
  void aServiceIsTestedWithRowsInMemory() {
    var plants = Repository.inMemory(PLANT);
    var garden = new Garden(plants);
    plants.insert(new Plant(0, "rose", 90));
    plants.insert(new Plant(0, "plum", null));

    assertThatThrownBy(() -> garden.graft("rose", "plum")).isInstanceOf(Conflict.class);
    assertThat(garden.named("rose").id()).isEqualTo(1);
    assertThat(garden.graft("rose", "peach")).isEqualTo(plants.get(4L));
    assertThatThrownBy(() -> garden.named("rose")).hasMessage("No plant has this name");
  }

  @Test
  void aTestGivesAnAppItsRows() {
    var key =
        Key.of("dev.covet.data.Repository<dev.covet.front.RepositoriesTest.Plant, java.lang.Long>");
    var plants = Repository.inMemory(PLANT);
    plants.insert(new Plant(0, "rose", 90));
    try (var client =
        TestClient.of(Covet.app().add(Plants.class).override(key, plants), kept.database())) {
      assertThat(client.get("/plants/1").text()).contains("rose");
    }
  }

  @Test
  void withoutADatabaseTheStartSaysWhatToDo() {
    assertThatThrownBy(() -> TestClient.of(Covet.app().add(Plants.class)).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("Repository")
        .hasMessageContaining("install Database.url(...), or write a @Provides method that returns")
        .hasMessageContaining("Repository.inMemory(...)");
  }

  @Test
  void aProviderOfTheProgramWinsOverTheDatabase() {
    for (var app :
        new App[] {Covet.app(), Covet.app().install(Database.memory().tables(PLANT, SEED))}) {
      try (var client = TestClient.of(app.add(Seeds.class), kept.database())) {
        assertThat(client.post("/seeds", "{\"name\":\"cress\"}").status()).isEqualTo(409);
        assertThat(client.post("/seeds", "{\"name\":\"dill\"}").status()).isEqualTo(201);
        assertThat(client.post("/seeds", "{\"name\":\"dill\"}").queries()).isZero();
      }
    }
  }
}
