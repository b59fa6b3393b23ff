package shield;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls of a service are protected as those of routes, also those that it makes itself. */
class PickerTest {
  @AutoClose private final Upstream upstream = new Upstream();
  private final Latches latches = new Latches();

  PickerTest() throws IOException {}

  private TestClient client() {
    return TestClient.of(
        Covet.app()
            .add(Desk.class)
            .override(Upstream.class, upstream)
            .override(Latches.class, latches));
  }

  @Test
  void callsOfTheServiceOnItselfAreRepeatedToo() {
    upstream.fail(2);
    try (var client = client()) {
      assertThat(client.get("/desk/pick").text()).isEqualTo("well, well: 4");
    }
  }

  @Test
  void aBreakerOfAServiceIsA503ToTheClient() {
    try (var client = client()) {
      for (var i = 0; i < 20; i++) {
        assertThat(client.get("/desk/count?upTo=0").status()).isEqualTo(500);
      }
      var refused = client.get("/desk/count?upTo=7");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).contains("5");
      client.clock().advance(Duration.ofMillis(5_001));
      assertThat(client.get("/desk/count?upTo=7").text()).isEqualTo("2");
    }
  }

  @Test
  void whatTheServiceAnswersByAnErrorIsNoFailure() {
    try (var client = client()) {
      for (var i = 0; i < 25; i++) {
        assertThat(client.get("/desk/find?name=tea").status()).isEqualTo(404);
      }
      assertThat(client.get("/desk/tries").text()).isEqualTo("25");
    }
  }

  @Test
  void aCallThatTakesTooLongIsInterrupted() {
    try (var client = client()) {
      assertThat(client.get("/desk/wait").status()).isEqualTo(504);
    }
  }

  @Test
  void callsBeyondItsPlacesAreRefused() throws Exception {
    try (var client = client();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> client.get("/desk/hold"));
      latches.inside().await();
      assertThat(client.get("/desk/hold").status()).isEqualTo(503);
      latches.letGo().countDown();
      assertThat(first.get().status()).isEqualTo(204);
    }
  }

  @Test
  void allCallersShareItsRate() {
    try (var client = client()) {
      assertThat(client.get("/desk/seldom").text()).isEqualTo("true");
      assertThat(client.get("/desk/seldom").text()).isEqualTo("true");
      var refused = client.get("/desk/seldom");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).contains("60");
    }
  }
}
