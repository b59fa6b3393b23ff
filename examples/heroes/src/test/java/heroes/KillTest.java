package heroes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reliability, SIGKILL and SQLite: what was answered with 201 is there after {@code kill -9}. */
class KillTest {
  private static final int CLIENTS = 50;
  private static final int HEROES_MIN = 200;
  private static final int HEROES_MAX = 100_000;

  @TempDir Path folder;

  private final Set<Stored> stored = ConcurrentHashMap.newKeySet();
  private final CountDownLatch enough = new CountDownLatch(HEROES_MIN);

  @Test
  @Timeout(60)
  void everyHeroThatWasAnsweredIsInTheTable() throws Exception {
    var database = folder.resolve("heroes.db");
    var service = new Service(database);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, CLIENTS).forEach(n -> clients.submit(() -> postUntilItIsGone(service, n)));
      assertThat(enough.await(30, TimeUnit.SECONDS)).isTrue();
      service.kill();
    }
    try (var again = new Service(database)) {
      for (var hero : stored) {
        assertThat(again.get("/heroes/" + hero.id()).body()).contains(hero.name());
      }
    }
  }

  /** What a client was told is stored. */
  private record Stored(String id, String name) {}

  /** Ends when nobody answers any more. */
  private void postUntilItIsGone(Service service, int client) {
    try {
      for (var n = 0; n < HEROES_MAX / CLIENTS; n++) {
        var name = "Hero " + client + "." + n;
        var answer =
            service.post("/heroes", "{\"name\":\"%s\",\"secret_name\":\"x\"}".formatted(name));
        assertThat(answer.statusCode()).isEqualTo(201);
        var id = answer.body().replaceFirst("\\{\"id\":([0-9]+).*", "$1");
        stored.add(new Stored(id, name));
        enough.countDown();
      }
    } catch (IOException _) {
      // it was killed, as it should be
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
