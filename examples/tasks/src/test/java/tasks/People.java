package tasks;

import static tasks.data.UserTable.USER;

import dev.covet.api.Secret;
import dev.covet.app.App;
import dev.covet.security.TokenPair;
import dev.covet.test.TestClient;
import tasks.data.User;
import tasks.routes.AuthClient;
import tasks.service.Credentials;
import tasks.service.SignUp;

/** Users of the service, in tests. */
final class People {
  static final Secret PASSWORD = Secret.of("glow-worm-7-tides");

  private People() {}

  /** The service, with an administrator and passwords that are hashed quickly. */
  static App app() {
    return TasksApp.app().add(FirstAdmin.class).set("BCRYPT_COST", "4");
  }

  static String email(String name) {
    return name + "@example.org";
  }

  static User register(TestClient client, String name) {
    var user = USER.of(USER.email.to(email(name)));
    return new AuthClient(client).register(new SignUp(user, PASSWORD));
  }

  static TokenPair login(TestClient client, String name) {
    return new AuthClient(client).login(new Credentials(email(name), PASSWORD)).value();
  }

  /** A client with an access token. */
  static TestClient bearing(TestClient client, TokenPair tokens) {
    return client.header("Authorization", "Bearer " + tokens.accessToken());
  }

  /** A client of a new user. */
  static TestClient newcomer(TestClient client, String name) {
    register(client, name);
    return bearing(client, login(client, name));
  }

  /** The administrator's client. */
  static TestClient admin(TestClient client) {
    return bearing(client, login(client, FirstAdmin.NAME));
  }
}
