package dev.covet.front;

import static dev.covet.front.OwnersOfRoutesTest_BoltTable.BOLT;
import static dev.covet.front.OwnersOfRoutesTest_KilnTable.KILN;
import static dev.covet.front.OwnersOfRoutesTest_LampTable.LAMP;
import static dev.covet.front.OwnersOfRoutesTest_PotTable.POT;
import static dev.covet.front.OwnersOfRoutesTest_PotterTable.POTTER;
import static dev.covet.test.TestClient.problem;
import static lodge.ShelfTable.SHELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.NotFound;
import dev.covet.api.Owner;
import dev.covet.api.Post;
import dev.covet.api.Principal;
import dev.covet.api.Public;
import dev.covet.api.Put;
import dev.covet.api.References;
import dev.covet.api.Routes;
import dev.covet.api.SignedIn;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.data.Session;
import dev.covet.data.table.Mapping;
import dev.covet.gen.MappedTable;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Request;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import lodge.Doorkeeper;
import lodge.Me;
import lodge.Shelf;
import lodge.Trail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S3.sec.authz and security.md A10: whose rows a request is about where an app has two principals.
 */
class OwnersOfRoutesTest {
  /** A robot, which may own rows as people do. */
  @Principal
  record Robot(@Id long id) {}

  /** A bolt of a robot. */
  @Table
  record Bolt(@Id long id, String name, @Owner(Robot.class) long ownerId) {}

  /** A lamp of somebody, whose number is known to robots that stand for him. */
  @Table
  record Lamp(@Id long id, String name, @Owner({Me.class, Robot.class}) long ownerId) {}

  @Routes("/shelves")
  static final class Shelves {
    @Post("/mine")
    Shelf add(Shelf shelf, Session db, Me me) {
      return db.insert(SHELF, shelf);
    }

    @Get("/mine")
    List<Shelf> mine(Session db, Me me) {
      return db.from(SHELF).list();
    }

    @Get("/robots")
    List<Shelf> ofRobots(Session db, Robot robot) {
      return db.from(SHELF).list();
    }

    @Delete("/robots/{id}")
    void burn(long id, Session db, Robot robot) throws NotFound {
      db.delete(SHELF, id);
    }

    @Post("/robots")
    Shelf build(Shelf shelf, Session db, Robot robot) {
      return db.insert(SHELF, shelf);
    }
  }

  @Routes("/bolts")
  static final class Bolts {
    @Post
    Bolt add(Bolt bolt, Session db, Robot robot) {
      return db.insert(BOLT, bolt);
    }

    @Get
    List<Bolt> list(Session db, Robot robot) {
      return db.from(BOLT).list();
    }

    @Get("/maybe")
    @Public
    List<Bolt> maybe(Session db, Optional<Robot> robot) {
      return db.from(BOLT).list();
    }

    @Get("/any")
    @SignedIn
    List<Bolt> any(Session db) {
      return db.from(BOLT).list();
    }
  }

  @Routes("/lamps")
  static final class Lamps {
    @Post
    Lamp add(Lamp lamp, Session db, Me me) {
      return db.insert(LAMP, lamp);
    }

    @Get
    List<Lamp> list(Session db, Robot robot) {
      return db.from(LAMP).list();
    }

    @Get("/any")
    @SignedIn
    List<Lamp> any(Session db) {
      return db.from(LAMP).list();
    }
  }

  @Table
  record Potter(@Id long id, String name) {}

  @Table
  record Kiln(@Id long id, String name) {}

  /** A pot of a potter, in a kiln. */
  @Table
  @Unique({"ownerId", "kilnId"})
  record Pot(
      @Id long id,
      @Owner(Robot.class) @References(Potter.class) long ownerId,
      @References(Kiln.class) long kilnId) {}

  @Routes("/pots")
  static final class Pots {
    @Put("/potters/{id}")
    Potter learn(long id, Session db, Robot robot) {
      return db.insert(POTTER, new Potter(id, "Ann"));
    }

    @Put("/kilns/{id}")
    Kiln build(long id, Session db, Robot robot) {
      return db.insert(KILN, new Kiln(id, "hot"));
    }

    @Put("/in/{kilnId}")
    Pot burn(long kilnId, Session db, Robot robot) throws Conflict {
      return db.insert(POT, new Pot(0, 0, kilnId));
    }
  }

  @Routes("/both")
  static final class Both {
    @Get
    List<Lamp> list(Session db, Me me, Robot robot) {
      return db.from(LAMP).list();
    }
  }

  /** Knows robots by their numbers. */
  private static final class ByNumber implements Plugin, Authenticator<Robot> {
    @Override
    public void install(Setup setup) {
      setup.principal(Robot.class, this);
    }

    @Override
    public SecurityScheme scheme() {
      return SecurityScheme.apiKey("robot", "header", "X-Robot");
    }

    @Override
    public @Nullable Robot authenticate(Request request) {
      return request.header("X-Robot").map(it -> new Robot(Long.parseLong(it))).orElse(null);
    }
  }

  /** Brings a table whose rows are of whoever has an id. */
  private static final class Unnamed implements Plugin {
    @Override
    public List<MappedTable> ownTables() {
      return List.of(
          (MappedTable)
              Proxy.newProxyInstance(
                  Mapping.class.getClassLoader(),
                  new Class<?>[] {Mapping.class},
                  (_, method, asked) ->
                      switch (method.getName()) {
                        case "owners" -> List.of();
                        case "table" -> "unnamed";
                        case "equals" -> false;
                        default -> method.invoke(SHELF, asked);
                      }));
    }

    @Override
    public void install(Setup setup) {}
  }

  @AutoClose
  private final TestClient client =
      TestClient.of(app().add(Shelves.class, Bolts.class, Lamps.class));

  private final TestClient ann = client.header("Authorization", "Bearer ann");
  private final TestClient robot = client.header("X-Robot", "1");
  private final TestClient both = ann.header("X-Robot", "7");

  private static App app() {
    return Covet.app().install(Database.memory(), Doorkeeper.noting(new Trail()), new ByNumber());
  }

  @Test
  void aRobotSeesAndChangesNothingOfAPersonWithItsNumber() {
    var oak = ann.post("/shelves/mine", "{\"name\":\"oak\"}").text();
    assertThat(oak).contains("\"id\":1", "\"ownerId\":1");

    assertThat(robot.get("/shelves/robots").status()).isEqualTo(500);
    assertThat(robot.delete("/shelves/robots/1").status()).isEqualTo(500);
    assertThat(robot.post("/shelves/robots", "{\"name\":\"tin\"}").status()).isEqualTo(500);
    assertThat(both.get("/shelves/robots").status()).as("for a robot").isEqualTo(500);
    assertThat(ann.get("/shelves/mine").text()).isEqualTo("[" + oak + "]");
  }

  @Test
  void rowsAreOfThePrincipalThatTheTableNames() {
    assertThat(both.post("/shelves/mine", "{\"name\":\"oak\"}").text()).contains("\"ownerId\":1");
    assertThat(both.post("/bolts", "{\"name\":\"tin\"}").text()).contains("\"ownerId\":7");

    assertThat(both.get("/bolts").text()).contains("tin");
    assertThat(both.get("/bolts/maybe").text()).contains("tin");
    assertThat(both.get("/bolts/any").text()).contains("tin");
    assertThat(robot.get("/bolts/any").text()).isEqualTo("[]");
    assertThat(ann.get("/bolts/any").status()).as("no robot is there").isEqualTo(500);
    assertThat(ann.get("/bolts/maybe").status()).as("no robot is there").isEqualTo(500);
  }

  @Test
  void aTableMayNameTwoOfWhomOneIdIsOneOwner() {
    ann.post("/lamps", "{\"name\":\"moon\"}");

    assertThat(robot.get("/lamps").text()).contains("moon");
    assertThat(ann.get("/lamps/any").text()).contains("moon");
    assertThat(client.header("X-Robot", "7").get("/lamps").text()).isEqualTo("[]");
    assertThat(both.get("/lamps/any").status()).as("who of the two?").isEqualTo(500);
  }

  /** The path has the number of the robot, too: what refers to nothing is told by its column. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOwnerWithoutARowIsNotTakenForThePathThatHasTheSameValue(boolean isPostgres) {
    var database = isPostgres ? TestDatabase.postgres() : TestDatabase.memory();
    try (var other = TestClient.of(app().add(Pots.class), database)) {
      var potter = other.header("X-Robot", "1");
      potter.put("/pots/kilns/1", "{}");
      var answer = potter.put("/pots/in/1", "{}");
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text()).contains("ownerId refers to a row that does not exist");
      assertThat(answer.problems()).as("nobody sent it").isEmpty();

      potter.put("/pots/potters/1", "{}");
      assertThat(potter.put("/pots/in/1", "{}").status()).isEqualTo(200);
      assertThat(potter.put("/pots/in/1", "{}").problems())
          .as("the one that the client sent")
          .containsExactly(problem("taken", "path", "kilnId"));
      assertThat(potter.put("/pots/in/77", "{}").problems())
          .containsExactly(problem("invalid", "path", "kilnId"));
    }
  }

  @Test
  void aRouteThatAsksForTwoOwnersOfATableStopsTheStart() {
    assertThatThrownBy(() -> TestClient.of(app().add(Both.class)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "GET /both asks for Me and Robot, and each has an @Id, so nobody knows whose rows with an @Owner it is about."
                + " Ask for one of them; or name who owns rows, @Owner(Me.class).");
  }

  @Test
  void anOwnerWithoutANameStopsTheStartWhereTwoMayBeMeant() {
    var unnamed = app().install(new Unnamed());

    assertThatThrownBy(() -> TestClient.of(unnamed.add(Bolts.class)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "The rows of Shelf have an @Owner, and Me and Robot each have an @Id: one would see the rows of another."
                + " Name who owns them, @Owner(Me.class); or several, if one id is one owner.");
  }
}
