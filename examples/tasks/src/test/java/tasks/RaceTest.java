package tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.security.TokenPair;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tasks.data.Category;
import tasks.routes.AuthClient;
import tasks.routes.UsersClient;
import tasks.service.NewPassword;
import tasks.service.RefreshToken;

/** S1.task.create: many create a task in one new category at once. */
class RaceTest {
  private static final int CLIENTS = 100;

  @AutoClose private final TestClient anybody;

  RaceTest(@TempDir Path folder) {
    anybody = TestClient.of(People.app(), database(folder));
  }

  TestDatabase database(Path folder) {
    return () -> "sqlite:" + folder.resolve("tasks.db");
  }

  @Test
  @Timeout(30)
  void aHundredTasksOfOneNewCategoryShareIt() throws Exception {
    var client = People.newcomer(anybody, "ann").allowRepeats(); // who comes second looks twice

    all(_ -> client.post("/tasks", "{\"title\":\"x\",\"category_name\":\"New\"}"));

    assertThat(client.get("/tasks?category=New&limit=1").text()).endsWith("\"total\":100}");
    assertThat(client.get("/categories").text()).matches("\\[\\{\"id\":\\d+,\"name\":\"New\"}]");
  }

  /** Those who name them in other orders do not wait for each other. */
  @Test
  @Timeout(30)
  void severalNewCategoriesAtOnceAreShared() throws Exception {
    var client = People.newcomer(anybody, "ann").allowRepeats();
    var two = "{\"title\":\"x\",\"category_name\":\"%s\"}";

    all(n ->
        client.post(
            "/tasks/bulk",
            "[" + two.formatted("New " + n % 2) + "," + two.formatted("New " + (n + 1) % 2) + "]"));

    assertThat(client.get("/tasks?limit=1").text()).endsWith("\"total\":200}");
    assertThat(client.get("/categories").readList(Category.class)).hasSize(2);
  }

  /** Those who delete the same tasks at once are told apart: one has, and no other. */
  @Test
  @Timeout(30)
  void tasksAreDeletedOnce() throws Exception {
    var client = People.newcomer(anybody, "ann").allowRepeats();
    all(_ -> client.post("/tasks", "{\"title\":\"x\"}"));

    var answers = answers(n -> client.delete("/tasks/bulk?id=%d&id=7".formatted(n % 5 + 1)));

    assertThat(answers).containsOnly(204, 404).containsOnlyOnce(204);
    assertThat(client.get("/tasks?limit=1").text()).endsWith("\"total\":98}");
  }

  /** security.md A4: who signs in by the old password at the same moment is soon signed out. */
  @Test
  @Timeout(30)
  void noSignInOutlivesThePasswordThatItWasMadeBy() throws Exception {
    People.register(anybody, "ann");
    var ann = new UsersClient(People.bearing(anybody, People.login(anybody, "ann")));
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var logins = new ArrayList<Future<TokenPair>>();
      for (var i = 0; i < 2; i++) logins.add(clients.submit(() -> People.login(anybody, "ann")));
      var wanted = Secret.of("the-tide-comes-in-9");
      clients.submit(() -> ann.changePassword(new NewPassword(People.PASSWORD, wanted))).get();
      for (var login : logins) assertThat(mayRefresh(login)).isFalse();
    }
  }

  private boolean mayRefresh(Future<TokenPair> login) throws InterruptedException {
    try {
      var pair = login.get();
      new AuthClient(anybody).refresh(new RefreshToken(Secret.of(pair.refreshToken())));
      return true;
    } catch (ExecutionException | Unauthorized _) {
      return false;
    }
  }

  private static void all(IntFunction<Answer> work) throws Exception {
    assertThat(answers(work)).containsOnly(201);
  }

  private static List<Integer> answers(IntFunction<Answer> work) throws Exception {
    var statuses = new ArrayList<Integer>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, CLIENTS)
              .mapToObj(n -> (Callable<Integer>) () -> work.apply(n).status())
              .toList();
      for (var answer : clients.invokeAll(calls)) statuses.add(answer.get());
    }
    return statuses;
  }
}
