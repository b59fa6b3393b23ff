package tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasks.data.TaskTable.TASK;

import dev.covet.api.Changes;
import dev.covet.api.NotFound;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasks.data.Task;
import tasks.data.TaskStatus;
import tasks.data.TaskWithCategory;
import tasks.routes.TasksClient;
import tasks.service.NewTask;

/** S1.ep.tasks, security.md A9, A10: whose a task is, and who sees it. */
class OwnersTest {
  private static final Changes<Task> DONE = Changes.of(TASK.status.to(TaskStatus.DONE));

  @AutoClose private final TestClient client = TestClient.of(People.app(), database());
  private final TestClient ann = People.newcomer(client, "ann");
  private final TestClient bob = People.newcomer(client, "bob");
  private long id;

  TestDatabase database() {
    return TestDatabase.memory();
  }

  @BeforeEach
  void annHasATask() {
    id = create(ann, "Buy milk").task().id();
  }

  private static TaskWithCategory create(TestClient client, String title) {
    return new TasksClient(client).create(new NewTask(TASK.of(TASK.title.to(title)), "Home"));
  }

  @Test
  void anothersTaskIsNotFound() {
    var tasks = new TasksClient(bob);

    assertThat(tasks.read(id)).isEmpty();
    assertThatThrownBy(() -> tasks.update(id, DONE)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tasks.delete(id)).isInstanceOf(NotFound.class);
    assertThat(bob.get("/tasks?q=milk&category=Home").text())
        .isEqualTo("{\"items\":[],\"total\":0}");
    assertThat(new TasksClient(ann).read(id).orElseThrow().task().status())
        .isEqualTo(TaskStatus.TODO);
  }

  @Test
  void anothersTaskAmongOnesOwnChangesNothing() {
    var tasks = new TasksClient(bob);
    var own = create(bob, "Buy tea").task().id();

    assertThatThrownBy(() -> tasks.updateSeveral(Set.of(own, id), DONE))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tasks.deleteSeveral(Set.of(own, id))).isInstanceOf(NotFound.class);
    assertThat(tasks.read(own).orElseThrow().task().status()).isEqualTo(TaskStatus.TODO);
    assertThat(new TasksClient(ann).read(id).orElseThrow().task().status())
        .isEqualTo(TaskStatus.TODO);
  }

  @Test
  void nobodySaysWhoseATaskIs() {
    var task = "\"owner_id\":2,\"ownerId\":2,\"OWNER_ID\":2,\"id\":77,\"owner\":{\"id\":2}";

    var created = bob.post("/tasks", "{\"title\":\"x\",%s,\"task\":{%s}}".formatted(task, task));
    var several = bob.post("/tasks/bulk", "[{\"title\":\"y\",%s}]".formatted(task));
    var path = "/tasks/" + created.read(TaskWithCategory.class).task().id();
    var patched = bob.patch(path, "{\"title\":\"z\",%s}".formatted(task));

    for (var answer : new String[] {created.text(), several.text(), patched.text()}) {
      assertThat(answer).contains("\"owner_id\":3").doesNotContain("77");
    }
    assertThat(ann.get("/tasks").text()).endsWith("\"total\":1}");
  }

  @Test
  void anAdministratorSeesAndChangesAllTasks() {
    var admin = People.admin(client);
    create(bob, "Buy tea");
    var own = create(admin, "Look after them");

    assertThat(own.task().ownerId()).isEqualTo(1);
    assertThat(admin.get("/tasks?limit=1").text()).endsWith("\"total\":3}");
    assertThat(new TasksClient(admin).update(id, DONE).task().ownerId()).isEqualTo(2);
    assertThat(new TasksClient(ann).read(id).orElseThrow().task().status())
        .isEqualTo(TaskStatus.DONE);
    assertThat(ann.get("/tasks").text()).endsWith("\"total\":1}");
  }

  @Test
  void categoriesAreForThoseWhoAreSignedInAndChangedByAdministrators() {
    var admin = People.admin(client);

    assertThat(client.get("/categories").status()).isEqualTo(401);
    assertThat(ann.get("/categories").text()).isEqualTo("[{\"id\":1,\"name\":\"Home\"}]");
    assertThat(ann.post("/categories", "{\"name\":\"Home\"}").status()).isEqualTo(409);
    assertThat(ann.post("/categories", "{\"name\":\"Work\"}").status()).isEqualTo(201);
    assertThat(ann.patch("/categories/1", "{\"name\":\"House\"}").status()).isEqualTo(403);
    assertThat(admin.patch("/categories/1", "{\"name\":\"House\"}").status()).isEqualTo(200);
    assertThat(ann.get("/categories/1").text()).contains("House");
    assertThat(admin.delete("/categories/1").status()).isEqualTo(204);
    assertThat(new TasksClient(ann).read(id).orElseThrow().category()).isNull();
  }
}
