package dev.covet.front;

import static campus.RoomTable.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import campus.Rooms;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.db.map: several components of which no two rows hold the same together. */
@ParameterizedClass
@EnumSource
class UniqueTogetherTest {
  private final Kept kept;
  private TestClient client;

  UniqueTogetherTest(Kept kept) {
    this.kept = kept;
  }

  @BeforeEach
  void start() {
    client =
        TestClient.of(
            Covet.app().install(Database.memory().tables(ROOM)).add(Rooms.class), kept.database());
    assertThat(room("A", 1, "null", "null").status()).isEqualTo(201);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Answer room(String building, int number, String closedOn, String key) {
    return client.post(
        "/rooms",
        "{\"building\":\"%s\",\"number\":%s,\"floor\":1,\"key\":%s,\"closedOn\":%s}"
            .formatted(building, number, key, closedOn));
  }

  @Test
  void eachAloneMayOccurAgain() {
    assertThat(room("A", 2, "null", "null").status()).isEqualTo(201);
    assertThat(room("B", 1, "null", "null").status()).isEqualTo(201);
  }

  @Test
  void bothTogetherAreAConflictThatNamesThem() {
    var answer = room("A", 1, "null", "null");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problems())
        .extracting(each -> each.code() + " " + each.location())
        .containsExactly("taken [body, building]");
    assertThat(answer.text()).contains("is already taken together with number");
  }

  @Test
  void onlyRowsCountInWhichTheComponentIsNull() {
    assertThat(room("A", 1, "\"2026-01-31\"", "null").status()).isEqualTo(201);
    assertThat(room("A", 1, "\"2026-01-31\"", "null").status()).isEqualTo(201);
  }

  @Test
  void rowsWithNullInOneOfThemDoNotCount() {
    assertThat(room("B", 1, "null", "\"x\"").status()).isEqualTo(201);
    assertThat(room("C", 1, "null", "null").status()).isEqualTo(201);
    assertThat(room("D", 1, "null", "\"x\"").status()).isEqualTo(409);
  }
}
