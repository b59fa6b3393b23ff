package tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S1.rl.login, security.md A8, C2: whose logins are counted behind a proxy that is trusted. */
class LoginLimitTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(People.app().set("TRUSTED_PROXIES", "127.0.0.1")).http1();

  @Test
  void eachClientBehindATrustedProxyHasALimitOfItsOwn() {
    for (var i = 0; i < 5; i++) {
      assertThat(login("203.0.113.7").status()).isEqualTo(401);
    }

    assertThat(login("203.0.113.7").status()).isEqualTo(429);
    assertThat(login("203.0.113.7").header("Retry-After")).isPresent();
    assertThat(login("203.0.113.8").status()).isEqualTo(401);
    assertThat(login("198.51.100.1, 203.0.113.7").status())
        .as("forged further left")
        .isEqualTo(429);
  }

  private Answer login(String forwardedFor) {
    return client
        .header("X-Forwarded-For", forwardedFor)
        .post("/auth/login", "{\"email\":\"ann@example.org\",\"password\":\"x\"}");
  }
}
