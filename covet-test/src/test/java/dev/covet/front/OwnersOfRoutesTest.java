package dev.covet.front;

import static lodge.ShelfTable.SHELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Post;
import dev.covet.api.Principal;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.api.SignedIn;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.data.Session;
import dev.covet.test.TestClient;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Request;
import java.util.List;
import java.util.Optional;
import lodge.Doorkeeper;
import lodge.Me;
import lodge.Shelf;
import lodge.Trail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * S3.sec.authz and security.md A10: whose rows a request is about where an app has two principals.
 */
class OwnersOfRoutesTest {
  /** A robot, which may own rows as people do. */
  @Principal
  record Robot(@Id long id) {}

  @Routes("/shelves")
  static final class Shelves {
    @Post("/mine")
    Shelf add(Shelf shelf, Session db, Me me) {
      return db.insert(SHELF, shelf);
    }

    @Post("/robots")
    Shelf build(Shelf shelf, Session db, Robot robot) {
      return db.insert(SHELF, shelf);
    }

    @Get("/mine")
    List<Shelf> mine(Session db, Me me) {
      return db.from(SHELF).list();
    }

    @Get("/robots")
    List<Shelf> robots(Session db, Robot robot) {
      return db.from(SHELF).list();
    }

    @Get("/maybe")
    @Public
    List<Shelf> maybe(Session db, Optional<Robot> robot) {
      return db.from(SHELF).list();
    }

    @Get("/any")
    @SignedIn
    List<Shelf> any(Session db) {
      return db.from(SHELF).list();
    }
  }

  @Routes("/both")
  static final class Both {
    @Get
    List<Shelf> list(Session db, Me me, Robot robot) {
      return db.from(SHELF).list();
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

  @AutoClose private final TestClient client = TestClient.of(app().add(Shelves.class));
  private final TestClient ann = client.header("Authorization", "Bearer ann");
  private final TestClient both = ann.header("X-Robot", "7");

  private static App app() {
    return Covet.app().install(Database.memory(), Doorkeeper.noting(new Trail()), new ByNumber());
  }

  @Test
  void rowsAreOfThePrincipalThatTheRouteAsksFor() {
    assertThat(both.post("/shelves/mine", "{\"name\":\"oak\"}").text()).contains("\"ownerId\":1");
    assertThat(both.post("/shelves/robots", "{\"name\":\"tin\"}").text()).contains("\"ownerId\":7");

    assertThat(both.get("/shelves/mine").text()).contains("oak").doesNotContain("tin");
    assertThat(both.get("/shelves/robots").text()).contains("tin").doesNotContain("oak");
    assertThat(both.get("/shelves/maybe").text()).contains("tin").doesNotContain("oak");
  }

  @Test
  void aRouteForAnybodyIsAboutWhoIsSignedIn() {
    both.post("/shelves/mine", "{\"name\":\"oak\"}");
    both.post("/shelves/robots", "{\"name\":\"tin\"}");

    assertThat(ann.get("/shelves/any").text()).contains("oak").doesNotContain("tin");
    assertThat(client.header("X-Robot", "7").get("/shelves/any").text())
        .contains("tin")
        .doesNotContain("oak");
    assertThat(both.get("/shelves/any").status()).as("who of the two?").isEqualTo(500);
    assertThat(ann.get("/shelves/maybe").status()).as("no robot is there").isEqualTo(500);
  }

  @Test
  void aRouteThatAsksForTwoWhoMayOwnRowsStopsTheStart() {
    assertThatThrownBy(() -> TestClient.of(app().add(Both.class)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "GET /both asks for Me and Robot, and each has an @Id, so nobody knows whose rows with an @Owner it is about."
                + " Ask for one of them; or take the @Id from those that own no rows.");
  }
}
