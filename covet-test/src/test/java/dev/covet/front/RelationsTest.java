package dev.covet.front;

import static bank.AccountTable.ACCOUNT;
import static bank.TransferTable.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import bank.Bank;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * D57: a projection says by which column its rows belong to it, where several refer to one table.
 */
@ParameterizedClass
@EnumSource
class RelationsTest {
  private final Kept kept;
  private TestClient client;

  RelationsTest(Kept kept) {
    this.kept = kept;
  }

  @BeforeEach
  void sendMoney() {
    client =
        TestClient.of(
            Covet.app().install(Database.memory().tables(ACCOUNT, TRANSFER)).add(Bank.class),
            kept.database());
    for (var owner : new String[] {"Ann", "Ben", "Cid"}) {
      client.post("/accounts", "{\"owner\":\"%s\"}".formatted(owner));
    }
    client.post("/transfers", "{\"fromId\":1,\"toId\":2,\"cents\":5}");
    client.post("/transfers", "{\"fromId\":2,\"toId\":1,\"payerId\":3,\"cents\":7}");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void eachListHasTheRowsOfTheColumnThatItNames() {
    var answer = client.get("/accounts/1");

    assertThat(answer.text())
        .isEqualTo(
            """
            {"id":1,"owner":"Ann",\
            "outgoing":[{"id":1,"fromId":1,"toId":2,"payerId":null,"cents":5}],\
            "incoming":[{"cents":7,"from":{"id":2,"owner":"Ben"},\
            "receiver":{"id":1,"owner":"Ann"},"paidBy":{"id":3,"owner":"Cid"}}]}\
            """);
    assertThat(answer.queries()).isEqualTo(3);
  }

  @Test
  void eachRowFollowsTheColumnThatItNamesAndIsNullWhereThatIs() {
    var answer = client.get("/transfers");

    assertThat(answer.text())
        .isEqualTo(
            """
            [{"cents":5,"from":{"id":1,"owner":"Ann"},"receiver":{"id":2,"owner":"Ben"},\
            "paidBy":null},\
            {"cents":7,"from":{"id":2,"owner":"Ben"},"receiver":{"id":1,"owner":"Ann"},\
            "paidBy":{"id":3,"owner":"Cid"}}]\
            """);
    assertThat(answer.queries()).isEqualTo(1);
  }
}
