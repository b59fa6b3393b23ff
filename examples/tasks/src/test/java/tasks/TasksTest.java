package tasks;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasks.data.TaskTable.TASK;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Assignment;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tasks.data.Category;
import tasks.data.Task;
import tasks.data.TaskStatus;
import tasks.data.TaskWithCategory;
import tasks.routes.CategoriesClient;
import tasks.routes.TasksClient;
import tasks.service.NewTask;

/** S1.task.create, S1.task.crud, S1.ep.tasks, S1.val.rules, S1.orm: tasks as clients see them. */
class TasksTest {
  private static final Paging FIRST_PAGE = new Paging(0, 10);
  private static final Pattern TITLE = Pattern.compile("\"title\":\"([^\"]*)\"");

  @AutoClose private final TestClient anybody = TestClient.of(People.app(), database());
  private final TestClient client = People.newcomer(anybody, "ann");
  private final TasksClient tasks = new TasksClient(client);
  private final CategoriesClient categories = new CategoriesClient(client);

  TestDatabase database() {
    return TestDatabase.memory();
  }

  @Test
  void aTaskIsStoredWithANewCategory() {
    var created = client.post("/tasks", "{\"title\":\"Buy milk\",\"category_name\":\"Home\"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text())
        .isEqualTo(
            """
            {"id":1,"title":"Buy milk","description":"","status":"todo","priority":3,\
            "start_date":null,"due_date":null,"tags":[],"category_id":1,"owner_id":2,\
            "created_at":"2026-01-01T00:00:00.000Z","updated_at":"2026-01-01T00:00:00.000Z",\
            "category":{"id":1,"name":"Home"}}\
            """);
  }

  @Test
  void aCategoryIsSharedOnceItIsThere() {
    assertThat(create("Buy milk", "Home").task().categoryId()).isEqualTo(1);
    var second = client.post("/tasks", "{\"title\":\"Buy tea\",\"category_name\":\"Home\"}");

    assertThat(second.queries()).isEqualTo(3);
    assertThat(second.read(TaskWithCategory.class).category()).isEqualTo(new Category(1, "Home"));
    assertThat(categories.list(FIRST_PAGE)).containsExactly(new Category(1, "Home"));
  }

  @Test
  void aTaskThatIsRefusedLeavesNoCategory() {
    var answer =
        client.post(
            "/tasks",
            "{\"title\":\"x\",\"category_name\":\"New\",\"owner_id\":7,\"category_id\":9}");

    assertThat(answer.problems()).containsExactly(problem("category_is_given_once", "body"));
    assertThat(categories.list(FIRST_PAGE)).isEmpty();
  }

  @Test
  void rulesOverSeveralFieldsHoldForNewTasksAndForChanges() {
    var urgent = TASK.of(TASK.title.to("Pay"), TASK.priority.to(1));
    assertThatThrownBy(() -> tasks.create(new NewTask(urgent, null)))
        .isInstanceOfSatisfying(
            Invalid.class,
            error -> assertThat(error.problems().getFirst().code()).isEqualTo("urgent_is_due"));

    var due = create("Pay", null, TASK.dueDate.to(LocalDate.of(2026, 2, 1)));
    var late = Changes.of(TASK.startDate.to(LocalDate.of(2026, 2, 2)));
    assertThatThrownBy(() -> tasks.update(due.task().id(), late))
        .isInstanceOfSatisfying(
            Invalid.class,
            error -> assertThat(error.problems().getFirst().code()).isEqualTo("starts_before_due"));
  }

  @Test
  void aPatchHasThreeStates() {
    var id = create("Pay", "Money", TASK.dueDate.to(LocalDate.of(2026, 2, 1))).task().id();
    var path = "/tasks/" + id;

    assertThat(client.patch(path, "{}").read(TaskWithCategory.class).task().dueDate()).isNotNull();
    var done = client.patch(path, "{\"status\":\"done\",\"due_date\":null,\"category_id\":null}");
    assertThat(done.read(TaskWithCategory.class))
        .satisfies(
            it -> assertThat(it.task().status()).isEqualTo(TaskStatus.DONE),
            it -> assertThat(it.task().dueDate()).isNull(),
            it -> assertThat(it.category()).isNull());
    assertThat(client.patch(path, "{\"title\":null}").problems())
        .containsExactly(problem("null", "body", "title"));
  }

  @Test
  void tasksAreFilteredSearchedSortedAndCounted() {
    create("Buy milk", "Home", TASK.tags.to(List.of("shop")), TASK.priority.to(2));
    create("Write report", "Work", TASK.dueDate.to(LocalDate.of(2026, 1, 9)));
    create("Call Ann", null, TASK.description.to("about the MILK"));

    assertThat(titles("")).containsExactly("Write report", "Buy milk", "Call Ann");
    assertThat(titles("?q=milk&sort=title")).containsExactly("Buy milk", "Call Ann");
    assertThat(titles("?category=Home")).containsExactly("Buy milk");
    assertThat(titles("?tag=shop&status=todo&priority=2")).containsExactly("Buy milk");
    assertThat(titles("?due_before=2026-01-09")).isEmpty();
    assertThat(titles("?due_before=2026-01-10")).containsExactly("Write report");
    assertThat(titles("?sort=-title&limit=2")).containsExactly("Write report", "Call Ann");
    assertThat(client.get("/tasks?limit=1").text()).endsWith("\"total\":3}");
    assertThat(client.get("/tasks?sort=tags&status=lost").problems())
        .containsExactly(problem("type", "query", "status"), problem("invalid", "query", "sort"));
  }

  @Test
  void severalTasksAreCreatedAtOnceOrNone() {
    var several =
        client
            .allowRepeats()
            .post(
                "/tasks/bulk",
                """
                [{"title":"a","category_name":"New"},{"title":"b","category_name":"Other"},
                 {"title":"c","category_name":"New"},{"title":"d"}]\
                """);
    assertThat(several.status()).isEqualTo(201);
    assertThat(titles("?sort=id")).containsExactly("a", "b", "c", "d");
    assertThat(categories.list(FIRST_PAGE)).hasSize(2);

    var wrong = client.post("/tasks/bulk", "[{\"title\":\"e\"},{\"title\":\"\"}]");
    assertThat(wrong.problems()).containsExactly(problem("blank", "body", 1, "title"));
    assertThat(client.get("/tasks?limit=1").text()).endsWith("\"total\":4}");
  }

  @Test
  void severalTasksAreChangedAndDeletedAtOnceOrNone() {
    var first = create("a", null).task().id();
    var second = create("b", null).task().id();
    var done = Changes.of(TASK.status.to(TaskStatus.DONE));

    assertThatThrownBy(() -> tasks.updateSeveral(Set.of(first, 99L), done))
        .isInstanceOf(NotFound.class);
    assertThat(titles("?status=done")).isEmpty();
    assertThat(tasks.updateSeveral(Set.of(first, second), done)).hasSize(2);
    assertThat(titles("?status=done")).hasSize(2);
    assertThatThrownBy(() -> tasks.deleteSeveral(Set.of(first, 99L))).isInstanceOf(NotFound.class);
    tasks.deleteSeveral(Set.of(first, second));
    assertThat(titles("")).isEmpty();
  }

  @Test
  void aCategoryThatGoesLeavesItsTasks() {
    var task = create("Buy milk", "Home").task();

    new CategoriesClient(People.admin(anybody)).delete(1);

    assertThat(tasks.read(task.id()).orElseThrow().task().categoryId()).isNull();
    tasks.delete(task.id());
    assertThat(tasks.read(task.id())).isEmpty();
    assertThatThrownBy(() -> tasks.delete(task.id())).isInstanceOf(NotFound.class);
  }

  @SafeVarargs
  private TaskWithCategory create(
      String title, @Nullable String category, Assignment<Task>... more) {
    var task = TASK.of(TASK.title.to(title));
    for (var each : more) task = Changes.of(each).apply(task);
    return tasks.create(new NewTask(task, category));
  }

  private List<String> titles(String query) {
    var answer = client.get("/tasks" + query);
    return TITLE.matcher(answer.text()).results().map(found -> found.group(1)).toList();
  }
}
