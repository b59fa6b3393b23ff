package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import shop.Limits;

/** A constraint means the same in a body, in a list, in a query and in the document. */
class ConstraintsTest {
  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Limits.class));

  private String document() {
    return client.get("/openapi.json").text();
  }

  @Test
  void zeroIsTheLeastOfWhatIsPositiveOrZero() {
    assertThat(client.post("/limits/numbers", "{\"left\":0,\"counts\":[0]}").status())
        .isEqualTo(200);
    assertThat(client.post("/limits/numbers", "{\"left\":-1,\"counts\":[0,-1]}").problems())
        .containsExactly(
            problem("too_small", "body", "left"), problem("too_small", "body", "counts", 1));
    assertThat(client.get("/limits/numbers?left=0").status()).isEqualTo(200);
    assertThat(client.get("/limits/numbers?left=-1").problems())
        .containsExactly(problem("too_small", "query", "left"));
    assertThat(document()).contains("\"format\":\"int32\",\"minimum\":0");
  }
}
