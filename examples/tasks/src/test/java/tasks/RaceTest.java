package tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S1.task.create: many create a task in one new category at once. */
class RaceTest {
  private static final int CLIENTS = 100;

  @AutoClose private final TestClient client = TestClient.of(TasksApp.app(), database());

  TestDatabase database() {
    return TestDatabase.memory();
  }

  @Test
  @Timeout(30)
  void aHundredTasksOfOneNewCategoryShareIt() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> create =
          () -> client.post("/tasks", "{\"title\":\"x\",\"category_name\":\"New\"}").status();
      var answers = clients.invokeAll(IntStream.range(0, CLIENTS).mapToObj(_ -> create).toList());
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }

    assertThat(client.get("/tasks?category=New&limit=1").text()).endsWith("\"total\":100}");
    assertThat(client.get("/categories").text()).matches("\\[\\{\"id\":\\d+,\"name\":\"New\"}]");
  }
}
