package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import campus.Lockers;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key of several columns with a version, which other libraries were seen to mix up. */
class LockersTest {
  private TestClient client;

  @BeforeEach
  void createTwo() {
    client = TestClient.of(Covet.app().install(Database.memory()).add(Lockers.class));
    client.post("/lockers", "{\"hall\":\"A B\",\"number\":1,\"holder\":\"Ann\"}");
    client.post("/lockers", "{\"hall\":\"A B\",\"number\":2,\"holder\":\"Ben\"}");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void theVersionOfOneRowIsCheckedAndTheOtherIsLeftAlone() {
    assertThat(client.patch("/lockers/A%20B/1?version=0", "{\"holder\":\"Cid\"}").text())
        .contains("\"holder\":\"Cid\",\"version\":1");
    assertThat(client.patch("/lockers/A%20B/1?version=0", "{\"holder\":\"Dan\"}").status())
        .isEqualTo(409);
    assertThat(client.get("/lockers/A%20B/2").text()).contains("\"holder\":\"Ben\",\"version\":0");
  }

  @Test
  void whatWasSavedCanBeSavedAgain() {
    assertThat(client.post("/lockers/A%20B/1/twice", "").text())
        .contains("\"holder\":\"Ann\",\"version\":2");
  }

  @Test
  void aTimeIsReturnedAsItIsReadAgain() {
    client.clock().advance(Duration.ofNanos(1_234_567));

    var changed = client.patch("/lockers/A%20B/1?version=0", "{\"holder\":\"Cid\"}").text();

    assertThat(changed).contains(".001234Z");
    assertThat(client.get("/lockers/A%20B/1").text()).isEqualTo(changed);
  }
}
