package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import campus.Users;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.db.map: a table and columns whose names are words of SQL. */
@ParameterizedClass
@EnumSource
class WordsOfSqlTest {
  private final Kept kept;
  private static final String USER =
      "{\"id\":1,\"order\":%s,\"group\":\"a\",\"rowid\":7,\"value\":3}";

  WordsOfSqlTest(Kept kept) {
    this.kept = kept;
  }

  @Test
  void rowsAreWrittenAskedForChangedAndDeleted() {
    try (var client =
        TestClient.of(Covet.app().install(Database.memory()).add(Users.class), kept.database())) {
      assertThat(client.post("/users", USER.formatted(2)).text()).isEqualTo(USER.formatted(2));
      assertThat(client.get("/users?order=2").text()).isEqualTo("[" + USER.formatted(2) + "]");
      assertThat(client.patch("/users/1", "{\"order\":5}").text()).isEqualTo(USER.formatted(5));
      assertThat(client.post("/users", USER.formatted(5)).status()).isEqualTo(409);
      assertThat(client.delete("/users/1").status()).isEqualTo(204);
    }
  }
}
