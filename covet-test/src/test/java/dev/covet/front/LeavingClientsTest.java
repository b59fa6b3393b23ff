package dev.covet.front;

import static ledger.Calls.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.covet.test.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import ledger.Calls;
import ledger.Gate;
import ledger.Ledger;
import ledger.Serving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * D43, S0.pool.db and the reliability rows "client gone" and "pool exhausted": clients that leave,
 * and too many of them, over HTTP and on PostgreSQL.
 */
@Timeout(300)
final class LeavingClientsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Gate gate = new Gate();
  private final String name = "leaving_" + System.nanoTime();
  private final String url = TestDatabase.postgres().url() + "&application_name=" + name;
  @AutoClose private final LogLines lines = new LogLines("dev.covet");

  private Serving serve(int connections) throws IOException {
    var app =
        Ledger.app()
            .override(Gate.class, gate)
            .set("DATABASE_CONNECTIONS_MAX", "" + connections)
            .set("DATABASE_CONNECTIONS_MIN", "1");
    var ledger = new Serving(app, () -> url);
    assertThat(ledger.calls().post("/ledger", entry("first")).status()).isEqualTo(201);
    return ledger;
  }

  /** A server without TLS had left a socket open, for which the end of the app waited for 2 s. */
  @AfterEach
  void everySocketWasClosed() {
    assertThat(lines.texts(Level.WARN)).doesNotContain("connections_not_closed");
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(Condition condition) throws Exception {
    var end = System.nanoTime() + SOON.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** What PostgreSQL says of the connections of this test, one after the other. */
  private List<String> sessions(String column) throws SQLException {
    var jdbc = url.replaceFirst("postgresql://postgres@([^?]*).*", "jdbc:postgresql://$1");
    try (Connection connection = DriverManager.getConnection(jdbc, "postgres", "");
        var asked =
            connection.prepareStatement(
                "SELECT %s FROM pg_stat_activity WHERE application_name = ?".formatted(column))) {
      asked.setString(1, name);
      var all = new ArrayList<String>();
      for (var rows = asked.executeQuery(); rows.next(); ) all.add(rows.getString(1));
      return all;
    }
  }

  private boolean waitsForALock() throws SQLException {
    return sessions("wait_event_type").contains("Lock");
  }

  private Socket holding(Calls calls) throws Exception {
    var holder = calls.begin("GET", "/ledger/1/held", "");
    gate.awaitEntered();
    return holder;
  }

  private static void leave(Socket client, boolean resets) throws IOException {
    LockSupport.parkNanos(1_500_000_000L); // an end that comes later than its request comes alone
    if (resets) Calls.reset(client);
    else client.shutdownOutput();
  }

  /** Other tests log at the same time, but not of entries. */
  private List<String> errors() {
    return lines.texts(Level.ERROR).stream().filter(line -> line.contains("/ledger")).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theStatementOfAClientThatIsGoneIsCancelled(boolean resets) throws Exception {
    try (var ledger = serve(3)) {
      var calls = ledger.calls();
      var holder = holding(calls);
      try (var waiting = calls.begin("GET", "/ledger/1/locked", "")) {
        until(this::waitsForALock);
        leave(waiting, resets);
        until(() -> !waitsForALock());
        until(() -> ledger.connections("in_use") == 1);
      }
      gate.open();
      assertThat(Calls.answer(holder).status()).isEqualTo(200);
      assertThat(calls.get("/ledger/1/locked").body()).contains("\"first\"");
      assertThat(errors()).isEmpty();
    }
  }

  @Test
  void whoWaitsForAConnectionLeavesTheLineWithItsClient() throws Exception {
    try (var ledger = serve(1)) {
      var calls = ledger.calls();
      var holder = holding(calls);
      try (var waiting = calls.begin("POST", "/ledger/pairs", entry("never"))) {
        until(() -> ledger.connections("waiting") == 1);
        leave(waiting, true);
        until(() -> ledger.connections("waiting") == 0);
      }
      gate.open();
      assertThat(Calls.answer(holder).status()).isEqualTo(200);
      assertThat(calls.get("/ledger").body()).contains("first").doesNotContain("never");
      assertThat(errors()).isEmpty();
    }
  }

  @Test
  void whatHasWrittenGoesOnWithoutItsClient() throws Exception {
    try (var ledger = serve(3)) {
      var calls = ledger.calls();
      var holder = holding(calls);
      var waiting = calls.begin("POST", "/ledger/1/around", entry("kept"));
      until(this::waitsForALock);
      leave(waiting, true);
      LockSupport.parkNanos(100_000_000);
      assertThat(waitsForALock()).isTrue();
      gate.open();
      assertThat(Calls.answer(holder).status()).isEqualTo(200);
      until(() -> calls.get("/ledger/count").body().equals("3"));
      assertThat(errors()).isEmpty();
    }
  }

  /** Some read their answer, some leave at once, some in the middle, in all the ways there are. */
  @Test
  void ofAThousandThatLeaveNoneGetsTheAnswerOfAnother() throws Exception {
    try (var ledger = serve(5)) {
      var calls = ledger.calls();
      calls.post("/ledger/many/100", "");
      var wrong = new ConcurrentLinkedQueue<String>();
      var read = new AtomicInteger();
      try (var clients = Executors.newFixedThreadPool(40)) {
        var all = new ArrayList<Future<?>>();
        for (var n = 0; n < 1_000; n++) {
          var own = new Random(n);
          all.add(
              clients.submit(() -> {
                comeAndGo(calls, own, read, wrong);
                return true;
              }));
        }
        for (var each : all) each.get(SOON.toSeconds() * 2, TimeUnit.SECONDS);
      }

      assertThat(wrong).isEmpty();
      assertThat(read.get()).isPositive();
      until(() -> ledger.connections("in_use") == 0);
      assertThat(ledger.connections("open")).isBetween(1.0, 5.0);
      assertThat(sessions("state")).isNotEmpty().containsOnly("idle");
      assertThat(sessions("coalesce(backend_xid::text, backend_xmin::text, 'none')"))
          .containsOnly("none");
      assertThat(errors()).isEmpty();
    }
  }

  private static void comeAndGo(
      Calls calls, Random own, AtomicInteger read, ConcurrentLinkedQueue<String> wrong)
      throws IOException {
    var id = 2 + own.nextInt(100);
    var path = List.of("", "/twice", "/locked").get(own.nextInt(3));
    try (var client = calls.begin("GET", "/ledger/" + id + path, "")) {
      LockSupport.parkNanos(own.nextInt(3_000_000));
      switch (own.nextInt(4)) {
        case 0 -> Calls.reset(client);
        case 1 -> client.getInputStream().read();
        case 2 -> client.shutdownOutput();
        default -> {
          var answer = Calls.answer(client);
          var isOwn =
              answer.status() == 200 && answer.body().startsWith("{\"id\":%s,".formatted(id));
          if (!isOwn && answer.status() != 503) wrong.add(id + " got " + answer);
          if (isOwn) read.incrementAndGet();
        }
      }
    }
  }

  /** None hangs, and afterwards the pool is whole. */
  @Test
  void fiveConnectionsServeFiveHundredCallers() throws Exception {
    try (var ledger = serve(5)) {
      var calls = ledger.calls();
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        var all =
            IntStream.range(0, 500)
                .mapToObj(n -> callers.submit(() -> calls.post("/ledger/pairs", entry("c" + n))))
                .toList();
        var stored = 0;
        for (var each : all) {
          var status = each.get(SOON.toSeconds(), TimeUnit.SECONDS).status();
          assertThat(status).isIn(201, 503);
          if (status == 201) stored++;
        }
        assertThat(calls.get("/ledger/count").body()).isEqualTo("" + (1 + 2 * stored));
        assertThat(stored).isPositive();
      }
      until(() -> ledger.connections("in_use") == 0);
      assertThat(ledger.connections("waiting")).isZero();
      assertThat(calls.get("/ledger/1").status()).isEqualTo(200);
      assertThat(errors()).isEmpty();
    }
  }
}
