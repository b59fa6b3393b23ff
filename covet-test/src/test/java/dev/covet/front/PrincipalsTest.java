package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.test.TestClient;
import dev.covet.web.http.Response;
import java.util.Collections;
import java.util.Set;
import lodge.Doorkeeper;
import lodge.KeeperOnly;
import lodge.Kid;
import lodge.Lodge;
import lodge.Machine;
import lodge.Me;
import lodge.Nursery;
import lodge.Porch;
import lodge.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Principals: who is asked for, when he is looked for, and what those get who are not signed in
 * (S1.di.token, S1.di.request, S3.sec.authz).
 */
@ParameterizedClass
@EnumSource(Way.class)
class PrincipalsTest {
  private final Way way;
  private final Trail trail = new Trail();

  PrincipalsTest(Way way) {
    this.way = way;
  }

  private TestClient client() {
    return way.client(
        Covet.app()
            .install(Doorkeeper.noting(trail))
            .add(Lodge.class)
            .add(Router.at("/kept").guard(KeeperOnly.class).add(Porch.class))
            .override(Trail.class, trail));
  }

  private static TestClient as(TestClient client, String token) {
    return client.header("Authorization", token);
  }

  @Test
  void whoIsNotSignedInIsToldHowTo() {
    try (var client = client()) {
      var answer = client.get("/lodge/me");

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().all("WWW-Authenticate")).containsExactly("Bearer", "Token");
      assertThat(as(client, "Bearer ann").get("/lodge/me").text())
          .isEqualTo("{\"id\":1,\"name\":\"Ann\",\"scopes\":[\"bell:ring\"]}");
      assertThat(as(client, "Token bob").get("/lodge/me").text()).contains("Bob");
    }
  }

  @Test
  void badCredentialsAreNoMissingOnes() {
    try (var client = client()) {
      var answer = as(client, "Bearer eve").get("/lodge/me");

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().all("WWW-Authenticate"))
          .containsExactly("Bearer error=\"invalid_token\"", "Token");
    }
    assertThat(trail.lines()).as("the second one is not asked").containsExactly("Bearer");
  }

  /** Also where only a provider asks who it is. */
  @Test
  void nothingElseIsReadOfWhoMustBeSignedInAndIsNot() {
    try (var client = client()) {
      assertThat(client.post("/lodge/notes/x", "{broken").status()).isEqualTo(401);
      assertThat(as(client, "Bearer ann").post("/lodge/notes/x", "{\"text\": 1}").problems())
          .containsExactly(problem("type", "path", "room"), problem("type", "body", "text"));
      assertThat(as(client, "Bearer ann").post("/lodge/notes/3", "{\"text\": \"hi\"}").text())
          .isEqualTo("Ann in 3: hi");
    }
    assertThat(trail.lines()).containsOnlyOnce("note");
  }

  @Test
  void anOptionalPrincipalMayBeAbsentButNotFalse() {
    try (var client = client()) {
      assertThat(client.get("/lodge/door").text()).isEqualTo("nobody");
      assertThat(as(client, "Bearer bob").get("/lodge/door").text()).isEqualTo("Bob");
      assertThat(as(client, "Bearer eve").get("/lodge/door").status()).isEqualTo(401);
    }
  }

  @Test
  void aPrincipalIsMadeOnceForARequestWhoeverAsks() {
    try (var client = client()) {
      assertThat(as(client, "Bearer ann").get("/lodge/twice").text()).isEqualTo("AnnAnn");
    }
    assertThat(Collections.frequency(trail.lines(), "Bearer")).isEqualTo(1);
  }

  @Test
  void guardsTakePrincipalsOnAMethodAndOnARouter() {
    try (var client = client()) {
      assertThat(client.delete("/lodge/3").status()).isEqualTo(401);
      assertThat(as(client, "Bearer bob").delete("/lodge/x").status()).isEqualTo(403);
      assertThat(as(client, "Bearer ann").delete("/lodge/x").status()).isEqualTo(422);
      assertThat(as(client, "Bearer ann").delete("/lodge/3").status()).isEqualTo(204);
      assertThat(client.get("/kept/porch").status()).isEqualTo(401);
      assertThat(as(client, "Bearer bob").get("/kept/porch").status()).isEqualTo(403);
      assertThat(as(client, "Bearer ann").get("/kept/porch").text()).isEqualTo("sun");
    }
  }

  @Test
  void aPrincipalMayHaveAProviderOfTheProgramsOwn() {
    try (var client = client()) {
      var missing = client.get("/lodge/machine");

      assertThat(missing.status()).isEqualTo(401);
      assertThat(missing.headers().all("WWW-Authenticate"))
          .containsExactly("ApiKey header=\"X-API-Key\"");
      assertThat(trail.lines()).doesNotContain("key");
      assertThat(key(client, "no").get("/lodge/machine").status()).isEqualTo(401);
      assertThat(key(client, "k-much-too-long").get("/lodge/machine").status()).isEqualTo(401);
      assertThat(key(client, "k-mill").get("/lodge/machine").text()).isEqualTo("mill");
      assertThat(key(client, "k-mill").get("/lodge/machine").header("Cache-Control"))
          .as("security.md C7")
          .contains("private, max-age=0");
      assertThat(client.get("/lodge/slot").header("Cache-Control")).contains("private, max-age=0");
      assertThat(client.get("/lodge/slot").text()).isEqualTo("no machine");
      assertThat(key(client, "k-mill").get("/lodge/slot").text()).isEqualTo("mill");
      assertThat(key(client, "no").get("/lodge/slot").status()).isEqualTo(401);
    }
  }

  /** security.md C4: browsers add cookies by themselves, whoever reads them. */
  @Test
  void aCookieThatTheProgramReadsIsNoCredentialOfOtherSites() {
    try (var anybody = way.client(Covet.app().add(Nursery.class))) {
      var client = anybody.header("Cookie", "toy=Bear");
      var cross = client.header("Sec-Fetch-Site", "cross-site");

      assertThat(cross.get("/nursery").text()).isEqualTo("Bear");
      assertThat(cross.post("/nursery").status()).isEqualTo(403);
      assertThat(client.header("Origin", "https://evil.example").post("/nursery").status())
          .isEqualTo(403);
      assertThat(client.post("/nursery").status()).as("by nobody knows whom").isEqualTo(403);
      assertThat(client.header("Sec-Fetch-Site", "same-origin").post("/nursery").text())
          .isEqualTo("Bear plays");
      assertThat(anybody.post("/nursery").status()).isEqualTo(401);
      assertThat(anybody.get("/openapi.json").text())
          .contains("\"toy-cookie\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"toy\"}");
    }
  }

  private static TestClient key(TestClient client, String key) {
    return client.header("X-API-Key", key);
  }

  @Test
  void aTestIsSignedInWithoutCredentials() {
    try (var client = client()) {
      var cat = client.as(new Me(7, "Cat", Set.of("bell:ring")));

      assertThat(cat.get("/lodge/me").text()).contains("\"Cat\"");
      assertThat(cat.post("/lodge/bell").status()).isEqualTo(204);
      assertThat(client.header("X-Test-Principal", "9").get("/lodge/me").status()).isEqualTo(401);
    }
  }

  @Test
  void whoIsSignedInByTheProgramItselfIsToSendCredentials() {
    try (var client = client()) {
      assertThatThrownBy(() -> client.as(new Machine("mill")))
          .hasMessageContaining(
              "Machine comes from a provider of the program's own: send what that reads, [header(\"X-API-Key\", ...)].");
      assertThatThrownBy(() -> client.as(new Kid("Bear")))
          .hasMessageContaining("reads, [cookie(\"toy\", ...)].");
    }
  }

  @Test
  void signedInIsWhoeverItIs() {
    try (var client = client()) {
      assertThat(client.get("/lodge/hall").status()).isEqualTo(401);
      assertThat(as(client, "Bearer bob").get("/lodge/hall").text()).isEqualTo("hall");
      assertThat(key(client, "k-mill").get("/lodge/hall").text()).isEqualTo("hall");
    }
  }

  @Test
  void scopesAreAskedOfThePrincipal() {
    try (var client = client()) {
      assertThat(client.post("/lodge/bell").status()).isEqualTo(401);
      var lacking = as(client, "Bearer bob").post("/lodge/bell");
      assertThat(lacking.status()).isEqualTo(403);
      assertThat(lacking.headers().all("WWW-Authenticate"))
          .containsExactly("Bearer error=\"insufficient_scope\", scope=\"bell:ring\"");
      assertThat(key(client, "k-mill").post("/lodge/bell").status()).isEqualTo(403);
      assertThat(as(client, "Bearer ann").post("/lodge/bell").status()).isEqualTo(204);
    }
  }

  /** A browser shows no dialog for a login that failed: only bearer tokens are asked for. */
  @Test
  void aLoginThatFailsAsksForCredentialsToo() {
    try (var client = client()) {
      assertThat(client.post("/lodge/login?name=x").headers().all("WWW-Authenticate"))
          .containsExactly("Bearer");
    }
  }

  @Test
  void headHasTheRuleOfGet() {
    try (var client = client()) {
      assertThat(client.head("/lodge/me").status()).isEqualTo(401);
      assertThat(as(client, "Bearer ann").head("/lodge/me").status()).isEqualTo(200);
    }
  }

  @Test
  void openApiSaysHowToSignInAndWhatIsAnsweredOtherwise() {
    try (var client = client()) {
      var document = client.get("/openapi.json").text();

      assertThat(document)
          .contains(
              "\"login\":{\"type\":\"oauth2\",\"flows\":{\"password\":{\"tokenUrl\":\"/login\","
                  + "\"scopes\":{\"bell:ring\":\"Rings the bell\"}}}}",
              "\"token\":{\"type\":\"http\",\"scheme\":\"Token\"}",
              "\"X-API-Key\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-API-Key\"}")
          .doesNotContain("\"in\":\"header\",\"name\":\"X-API-Key\",\"required\"");
      assertThat(operation(document, "lodgeMe"))
          .contains("\"security\":[{\"login\":[]},{\"token\":[]}]", "\"401\"")
          .doesNotContain("\"422\"");
      assertThat(operation(document, "lodgeDoor"))
          .contains("\"security\":[{\"login\":[]},{\"token\":[]},{}]", "\"401\"");
      assertThat(operation(document, "lodgeMachine"))
          .contains("\"security\":[{\"X-API-Key\":[]}]")
          .doesNotContain("\"parameters\"");
      assertThat(operation(document, "lodgeBell"))
          .contains("{\"login\":[\"bell:ring\"]}", "\"401\"", "\"403\"");
      assertThat(operation(document, "lodgeLogin")).doesNotContain("\"security\"");
      assertThat(operation(document, "porchSit")).contains("\"login\"", "\"403\"");
    }
  }

  /** From its id to that of the next one. */
  private static String operation(String document, String id) {
    var from = document.indexOf("\"operationId\":\"" + id + "\"");
    var to = document.indexOf("\"operationId\"", from + 1);
    return document.substring(from, to < 0 ? document.indexOf("\"components\"") : to);
  }

  /** security.md C9. */
  @Test
  void pagesOfTheApiMayBeForWhoIsSignedIn() {
    var app = Covet.app().install(Doorkeeper.noting(trail)).add(Porch.class);
    try (var client = way.client(app.set("DOCS", "authenticated"))) {
      assertThat(client.get("/docs").status()).isEqualTo(401);
      assertThat(client.get("/openapi.json").status()).isEqualTo(401);
      assertThat(as(client, "Bearer bob").get("/docs").status()).isEqualTo(200);
    }
    assertThatThrownBy(() -> start(Covet.app().set("DOCS", "authenticated")))
        .hasMessageContaining("DOCS=authenticated needs somebody who is signed in");
  }

  @Test
  void anAppWithoutWhatSignsInDoesNotStart() {
    assertThatThrownBy(() -> start(Covet.app().add(Lodge.class)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "lodge.Me, which nothing provides: install what signs it in, such as Jwt.of(Me.class)");
  }

  /** security.md, the trust boundary "route". */
  @Test
  void aRouteThatDoesNotSayWhoMayCallItStopsTheStart() {
    var app =
        Covet.app()
            .install(Doorkeeper.refusing())
            .add(Lodge.class, Porch.class)
            .get("/ping", _ -> Response.text("pong"))
            .mount("/files", _ -> Response.text("file"))
            .mount("/inner", Covet.app().get("/in", _ -> Response.text("in")));

    assertThatThrownBy(() -> start(app))
        .hasMessageContaining(
            "Anybody may call these, and they do not say so: GET /porch (Porch.sit),"
                + " POST /porch (Porch.sweep), GET /ping, everything below /files. Let each take the principal or"
                + " say @SignedIn, put a @Guard before it, or say @Public.")
        .hasMessageContaining("The app at /inner: Anybody may call these")
        .hasMessageNotContaining("Lodge.");
  }

  @Test
  void routersMountsAndRoutesWithoutTypesCanBeOpened() {
    var app =
        Covet.app()
            .install(Doorkeeper.refusing())
            .add(Router.at("/free").open().add(Porch.class))
            .get("/ping", _ -> Response.text("pong"))
            .mount("/files", _ -> Response.text("file"))
            .mount("/inner", Covet.app().get("/in", _ -> Response.text("in")))
            .open("/ping", "/files", "/inner");

    try (var client = way.client(app)) {
      assertThat(client.get("/free/porch").text()).isEqualTo("sun");
      assertThat(client.get("/ping").text()).isEqualTo("pong");
      assertThat(client.get("/inner/in").text()).isEqualTo("in");
    }
    assertThatThrownBy(() -> start(app.open("/pin"))).hasMessageContaining("open(\"/pin\")");
  }

  private static void start(App app) {
    app.start(StartOptions.of(Mode.TEST)).close();
  }
}
