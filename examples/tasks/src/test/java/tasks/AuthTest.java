package tasks;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasks.data.UserTable.USER;

import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.NotFound;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.data.Session;
import dev.covet.security.TokenPair;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import dev.covet.web.http.Method;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasks.data.Role;
import tasks.routes.AuthClient;
import tasks.routes.UsersClient;
import tasks.service.NewPassword;
import tasks.service.RefreshToken;

/**
 * S1.ep.login, S1.ep.login.in, S1.ep.refresh, S1.ep.tasks, S1.rl.login, S1.di.token,
 * S1.layer.service, S3.sec.login, security.md A4, A5, A7, A9: accounts and tokens as clients see
 * them.
 */
class AuthTest {
  @Public
  @Routes
  static final class Removal {
    @Delete("/removed/{id}")
    void remove(long id, Session db) throws NotFound {
      db.delete(USER, id);
    }
  }

  @AutoClose
  private final TestClient client = TestClient.of(People.app().add(Removal.class), database());

  private final AuthClient auth = new AuthClient(client);

  TestDatabase database() {
    return TestDatabase.memory();
  }

  @Test
  void aUserRegistersAndIsShownWithoutThePassword() {
    var answer = post("/auth/register", "Ann@Example.org", "glow-worm-7-tides");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text())
        .isEqualTo(
            """
            {"id":2,"email":"ann@example.org","role":"member",\
            "created_at":"2026-01-01T00:00:00.000Z"}\
            """);
  }

  @Test
  void oneSignsInByJsonOrByTheFormOfOAuth() {
    People.register(client, "ann");

    var byJson = post("/auth/login", "ANN@example.org", "glow-worm-7-tides");
    var byForm = form("ann@example.org", "glow-worm-7-tides");

    for (var answer : new Answer[] {byJson, byForm}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).hasValue("application/json");
      assertThat(answer.header("Cache-Control")).hasValue("no-store");
      assertThat(answer.text())
          .matches(
              "\\{\"access_token\":\"[^\"]+\",\"refresh_token\":\"[^\"]+\",\"token_type\":\"bearer\"}");
      var me = new UsersClient(People.bearing(client, answer.read(TokenPair.class))).read();
      assertThat(me.email()).isEqualTo("ann@example.org");
    }
  }

  private Answer post(String path, String email, String password) {
    return client.post(path, "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private Answer form(String username, String password) {
    return client
        .request(Method.POST, "/auth/login")
        .field("grant_type", "password")
        .field("username", username)
        .field("password", password)
        .send();
  }

  @Test
  void aWrongPasswordAndAnUnknownUserAreTheSame() {
    People.register(client, "ann");

    var wrong = post("/auth/login", "ann@example.org", "glow-worm-8-tides");
    var unknown = post("/auth/login", "bob@example.org", "glow-worm-7-tides");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text()).contains("Wrong name or password");
    assertThat(stable(unknown)).isEqualTo(stable(wrong));
  }

  private static String stable(Answer answer) {
    return answer.status() + answer.text().replaceAll("\"request_id\":\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "password1", "ann@example.org", "glow\\u0000worm-7-tides"})
  void aPasswordThatIsEasyToGuessIsRefused(String password) {
    assertThat(post("/auth/register", "ann@example.org", password).problems())
        .singleElement()
        .satisfies(it -> assertThat(it.location()).containsExactly("body", "password"));
  }

  @Test
  void aPasswordOf73BytesIsRefusedAndNotCut() {
    var long73 = "0123456789 abcdefgh ".repeat(4).substring(0, 73);

    assertThat(post("/auth/register", "ann@example.org", long73).status()).isEqualTo(422);
    assertThat(post("/auth/register", "ann@example.org", long73.substring(0, 72)).status())
        .isEqualTo(201);
    assertThat(post("/auth/login", "ann@example.org", long73).status()).isEqualTo(401);
  }

  @Test
  void anAddressHasOneAccount() {
    People.register(client, "ann");

    assertThatThrownBy(() -> People.register(client, "ANN")).isInstanceOf(Conflict.class);
    assertThat(post("/auth/register", "nobody", "glow-worm-7-tides").problems())
        .containsExactly(problem("email", "body", "email"));
  }

  @Test
  void nobodyMakesThemselvesAnAdministrator() {
    var answer =
        client.post(
            "/auth/register",
            """
            {"email":"eve@example.org","password":"glow-worm-7-tides","role":"admin","Role":"ADMIN",
             "id":1,"password_hash":"x","passwordHash":"x","user":{"role":"admin"}}\
            """);

    assertThat(answer.status()).isEqualTo(201);
    var eve = People.bearing(client, People.login(client, "eve"));
    assertThat(new UsersClient(eve).read().role()).isEqualTo(Role.MEMBER);
    assertThat(eve.delete("/categories/1").status()).isEqualTo(403);
  }

  @Test
  void aRefreshTokenIsGoodForOnePairAndASecondUseEndsThemAll() {
    People.register(client, "ann");
    var first = People.login(client, "ann");

    var second = auth.refresh(refreshToken(first));

    assertThat(People.bearing(client, second).get("/users/me").status()).isEqualTo(200);
    assertThatThrownBy(() -> auth.refresh(refreshToken(first))).isInstanceOf(Unauthorized.class);
    assertThatThrownBy(() -> auth.refresh(refreshToken(second))).isInstanceOf(Unauthorized.class);
    assertThat(People.bearing(client, second).get("/users/me").status()).isEqualTo(401);
  }

  private static RefreshToken refreshToken(TokenPair tokens) {
    return new RefreshToken(Secret.of(tokens.refreshToken()));
  }

  @Test
  void whoSignsOutIsOut() {
    People.register(client, "ann");
    var tokens = People.login(client, "ann");

    auth.logout(refreshToken(tokens));

    assertThatThrownBy(() -> auth.refresh(refreshToken(tokens))).isInstanceOf(Unauthorized.class);
    assertThat(People.bearing(client, tokens).get("/tasks").status()).isEqualTo(401);
    auth.logout(refreshToken(tokens));
  }

  @Test
  void anAccessTokenHoldsForAQuarterOfAnHour() {
    var ann = People.newcomer(client, "ann");

    client.clock().advance(Duration.ofMinutes(14));
    assertThat(ann.get("/tasks").status()).isEqualTo(200);
    client.clock().advance(Duration.ofMinutes(2));
    assertThat(ann.get("/tasks").status()).isEqualTo(401);
  }

  @Test
  void aNewPasswordSignsOutWhoeverHasTheOldOne() {
    People.register(client, "ann");
    var here = People.login(client, "ann");
    var there = People.login(client, "ann");
    var me = new UsersClient(People.bearing(client, here));
    var wanted = Secret.of("lantern-fish-9");

    assertThat(
            People.bearing(client, here)
                .post(
                    "/users/me/password",
                    "{\"old_password\":\"x\",\"new_password\":\"lantern-fish-9\"}")
                .problems())
        .containsExactly(problem("wrong", "body", "old_password"));
    var next = me.changePassword(new NewPassword(People.PASSWORD, wanted));

    assertThat(People.bearing(client, next).get("/tasks").status()).isEqualTo(200);
    assertThat(People.bearing(client, there).get("/tasks").status()).isEqualTo(401);
    assertThatThrownBy(() -> auth.refresh(refreshToken(here))).isInstanceOf(Unauthorized.class);
    assertThatThrownBy(() -> People.login(client, "ann")).isInstanceOf(Unauthorized.class);
    assertThat(post("/auth/login", "ann@example.org", "lantern-fish-9").status()).isEqualTo(200);
  }

  @Test
  void whoWasDeletedIsNotSignedInAnyMore() {
    var ann = People.newcomer(client, "ann");
    client.delete("/removed/2");

    assertThat(ann.get("/users/me").status()).isEqualTo(401);
  }

  @Test
  void theEleventhRegistrationInAMinuteWaits() {
    for (var i = 0; i < 10; i++) {
      assertThat(post("/auth/register", "nobody", "x").status()).isEqualTo(422);
    }

    assertThat(post("/auth/register", "ann@example.org", "glow-worm-7-tides").status())
        .isEqualTo(429);
    client.clock().advance(Duration.ofSeconds(60));
    assertThat(post("/auth/register", "ann@example.org", "glow-worm-7-tides").status())
        .isEqualTo(201);
  }

  @Test
  void theSixthLoginInAMinuteWaits() {
    for (var i = 0; i < 5; i++) {
      assertThat(form("ann@example.org", "x").status()).isEqualTo(401);
    }

    var sixth = form("bob@example.org", "y");
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.header("Retry-After")).hasValue("60");
    var elsewhere =
        client.header("X-Forwarded-For", "203.0.113.7").header("Forwarded", "for=203.0.113.8");
    assertThat(elsewhere.post("/auth/login", "{}").status()).isEqualTo(429);
    assertThat(client.get("/tasks").status()).isEqualTo(401);
    client.clock().advance(Duration.ofSeconds(60));
    assertThat(form("ann@example.org", "x").status()).isEqualTo(401);
  }
}
