package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.BodyMax;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.Test;

/** B1: what a route says of its bodies goes before what the app says, whatever it is. */
class OwnBodyMaxTest {
  @Routes
  static final class Uploads {
    @Post("/own")
    @BodyMax(1_048_576)
    String own(byte[] body) {
      return "" + body.length;
    }

    @Post("/usual")
    String usual(byte[] body) {
      return "" + body.length;
    }
  }

  @Test
  void theLimitOfARouteMayBeTheUsualOne() {
    var app = Covet.app().set("BODY_BYTES_MAX", "10").add(Uploads.class);
    try (var client = TestClient.of(app)) {
      assertThat(client.post("/own", "x".repeat(11)).text()).isEqualTo("11");
      assertThat(client.post("/usual", "x".repeat(11)).status()).isEqualTo(413);
    }
  }
}
