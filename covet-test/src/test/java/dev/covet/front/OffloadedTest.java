package dev.covet.front;

import static dev.covet.front.OffloadedTest_PriceTable.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Blocking;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.NotFound;
import dev.covet.api.OnStart;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.Table;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.observe.LogContext;
import dev.covet.base.task.Gather;
import dev.covet.base.task.Offload;
import dev.covet.data.Database;
import dev.covet.data.Session;
import dev.covet.test.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.conc.thread, S3.conc.proc, S3.conc.gather, V3: work that handlers have others do. */
@ParameterizedClass
@EnumSource
@Timeout(300)
class OffloadedTest {
  private final Way way;

  OffloadedTest(Way way) {
    this.way = way;
  }

  @Table
  record Price(@Id long id, int cents) {}

  @Routes("/prices")
  static final class Prices {
    private final Offload offload;
    private final Semaphore begun;
    private final Semaphore go;

    Prices(Offload offload, Gates gates) {
      this.offload = offload;
      this.begun = gates.begun();
      this.go = gates.go();
    }

    @OnStart
    static void open(Session db) {
      for (var n = 1; n <= 20; n++) db.insert(PRICE, new Price(0, n * 100));
    }

    /** Each statement is one thread's, and all are this session's. */
    @Get
    List<Integer> all(List<Long> ids, Session db) throws NotFound {
      return Gather.map(ids, 8, id -> db.get(PRICE, id).cents());
    }

    @Get("/within")
    List<Integer> within(List<Long> ids, Session db) throws NotFound {
      return db.tx(() -> Gather.map(ids, 8, id -> db.get(PRICE, id).cents()));
    }

    @Get("/ids")
    List<String> requestIds() {
      var ids = new ArrayList<>(Gather.map(List.of(1, 2), 2, _ -> LogContext.requestId()));
      ids.add(offload.cpu(LogContext::requestId));
      ids.add(offload.blocking(LogContext::requestId));
      return ids;
    }

    @Get("/held")
    String held() throws InterruptedException {
      return offload.cpu(() -> {
        begun.release();
        go.acquire();
        return "held";
      });
    }

    @Get("/thread")
    @Blocking
    String thread() {
      return Thread.currentThread().isVirtual()
          + " "
          + offload.blocking(() -> Thread.currentThread().isVirtual());
    }

    @Get("/deep")
    int deep() {
      return Gather.map(List.of(1), 1, Prices::deep).getFirst();
    }

    private static int deep(int depth) {
      return depth < 0 ? depth : deep(depth + 1) + 1;
    }
  }

  /** Where work waits. */
  @Provides
  static final class Gates {
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);

    Semaphore begun() {
      return begun;
    }

    Semaphore go() {
      return go;
    }
  }

  private final Gates gates = new Gates();

  private App app() {
    return Covet.app()
        .install(Database.memory())
        .add(Prices.class)
        .override(Gates.class, gates)
        .set("CPU_THREADS_MAX", "1")
        .set("CPU_QUEUE_MAX", "2");
  }

  private static String query(IntStream ids) {
    return String.join("&", ids.mapToObj(id -> "ids=" + id).toList());
  }

  @Test
  void rowsAreReadSeveralAtATimeAndAnsweredInOrder() {
    try (var client = way.client(app()).allowRepeats()) {
      var wanted = IntStream.rangeClosed(1, 20).mapToObj(n -> n * 100).toList().toString();
      for (var path : List.of("/prices?", "/prices/within?")) {
        assertThat(client.get(path + query(IntStream.rangeClosed(1, 20))).text())
            .isEqualTo(wanted.replace(" ", ""));
      }
    }
  }

  @Test
  void theFirstFailureIsTheAnswer() {
    try (var client = way.client(app()).allowRepeats()) {
      for (var path : List.of("/prices?", "/prices/within?")) {
        var answer = client.get(path + query(IntStream.rangeClosed(15, 25)));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("NOT_FOUND");
      }
    }
  }

  @Test
  void logLinesOfAllHaveTheIdOfTheRequest() {
    try (var client = way.client(app())) {
      assertThat(client.header("X-Request-Id", "r-1").get("/prices/ids").text())
          .isEqualTo("[\"r-1\",\"r-1\",\"r-1\",\"r-1\"]");
    }
  }

  @Test
  void aBlockingHandlerIsOnAPlatformThreadAlready() {
    try (var client = way.client(app())) {
      assertThat(client.get("/prices/thread").text()).isEqualTo("false false");
    }
  }

  @Test
  void anOverflowOfTheStackInATaskIsA500AndTheAppGoesOn() {
    try (var client = way.client(app())) {
      assertThat(client.get("/prices/deep").status()).isEqualTo(500);
      assertThat(client.get("/prices/thread").status()).isEqualTo(200);
    }
  }

  @Test
  void aFullQueueIsA503ThatSaysWhenToComeAgainAndIsCounted() throws Exception {
    try (var client = way.client(app())) {
      var calls = new ArrayList<FutureTask<Answer>>();
      for (var n = 0; n < 3; n++) {
        var call = new FutureTask<>(() -> client.get("/prices/held"));
        calls.add(call);
        Thread.ofVirtual().start(call);
      }
      gates.begun().acquire();
      while (client.metrics().value("pool_tasks_waiting", "pool", "cpu") < 2) Thread.onSpinWait();

      var answer = client.get("/prices/held");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).contains("1");
      assertThat(answer.text()).contains("\"code\":\"CPU_QUEUE_MAX\"");
      assertThat(client.metrics().value("limit_hits_total", "limit", "CPU_QUEUE_MAX")).isEqualTo(1);
      gates.go().release(3);
      for (var call : calls) assertThat(call.get().text()).isEqualTo("held");
    }
  }
}
