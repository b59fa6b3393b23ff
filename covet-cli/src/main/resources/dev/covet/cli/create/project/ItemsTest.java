package @name@;

import static @name@.ItemTable.ITEM;
import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Changes;
import dev.covet.test.TestClient;
import java.math.BigDecimal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ItemsTest {
  @AutoClose private final TestClient client = TestClient.of(@Name@App.app());
  private final ItemsClient items = new ItemsClient(client);

  @Test
  void anItemIsStoredAndChanged() {
    var tea = items.create(new Item(0, "Tea", new BigDecimal("4.50"), null));
    items.update(tea.id(), Changes.of(ITEM.note.to("green")));

    assertThat(items.read(tea.id())).contains(new Item(1, "Tea", new BigDecimal("4.50"), "green"));
  }

  @Test
  void everyBadFieldIsNamed() {
    var answer = client.post("/items", "{\"name\": \"\", \"price\": -1}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problems())
        .containsExactly(problem("blank", "body", "name"), problem("too_small", "body", "price"));
  }
}
