package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metric;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.OpenConnections;
import dev.covet.web.server.carrier.ServerLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** H12: connections, requests and threads are bounded; what is too much is told so. */
@ExtendWith(NoLeaks.class)
final class AdmissionTest {
  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void requestsBeyondTheLimitAreToldToComeAgain(ThreadMode threads) throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Handler waiting =
        request -> request.path().equals("/live") ? Response.text("alive") : entered(entered, go);
    try (var server = RunningServer.of(waiting, threads, Map.of("requestsInFlightMax", 1.0));
        var first = server.connect();
        var second = server.connect()) {
      first.get("/");
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      var refused = second.get("/").answer();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).startsWith("REQUESTS_IN_FLIGHT_MAX");
      assertThat(refused.head()).contains("\r\nRetry-After: 1\r\n");
      assertThat(
              server
                  .server()
                  .metrics()
                  .value("limit_hits_total", "limit", "REQUESTS_IN_FLIGHT_MAX"))
          .isEqualTo(1);
      assertThat(second.get("/live").answer().body()).isEqualTo("alive");
      go.countDown();
      assertThat(first.answer().body()).isEqualTo("done");
      while (server.server().state().served().inFlight() > 0)
        Thread.onSpinWait(); // it has its answer
      assertThat(second.get("/").answer().body()).isEqualTo("done");
    }
  }

  private static Response entered(CountDownLatch entered, CountDownLatch go) {
    entered.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Response.text("done");
  }

  /** H2: what is malformed is told, even if the answer that there are too many is not made yet. */
  @Test
  void aMalformedBodyIsToldInThePlaceOfARefusal() throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    RunningServer.Refusing slow =
        (_, refused) ->
            refused.error().status() == 503
                ? entered(entered, go)
                : Response.text(refused.error().code()).withStatus(refused.error().status());
    try (var server =
            RunningServer.of(_ -> entered(entered, go), slow, Map.of("requestsInFlightMax", 1.0));
        var first = server.connect();
        var second = server.connect()) {
      first.get("/");
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      second.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      awaitHit(server.server(), "REQUESTS_IN_FLIGHT_MAX");
      assertThat(second.send("zz\r\n").answer().status()).isEqualTo(400);
      go.countDown();
      assertThat(first.answer().body()).isEqualTo("done");
    }
  }

  /** V3: 64 threads and 1,024 waiting are all that a blocking route gets. */
  @Test
  void aFullPoolIsToldToComeAgainAndTheConnectionGoesOn() throws Exception {
    var go = new Semaphore(0);
    try (var server = RunningServer.blocking(_ -> acquired(go))) {
      var clients = new ArrayList<RawClient>();
      try {
        for (var i = 0; i < 64 + 1_024 + 1; i++) clients.add(server.connect().get("/"));
        awaitHit(server.server(), "BLOCKING_QUEUE_MAX");
        var refused = firstAnswered(clients);
        var answer = refused.answer();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).startsWith("BLOCKING_QUEUE_MAX");
        assertThat(answer.head()).contains("\r\nRetry-After: 1\r\n").doesNotContain("close");
        go.release(clients.size());
        for (var client : clients) {
          if (client != refused) assertThat(client.answer().body()).isEqualTo("done");
        }
        assertThat(refused.get("/").answer().body()).isEqualTo("done");
      } finally {
        for (var client : clients) client.close();
      }
    }
  }

  /** Over a thousand requests have to come in before; waits for them at most 20 s. */
  private static void awaitHit(Server server, String limit) throws InterruptedException {
    for (var end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
      if (server.metrics().value("limit_hits_total", "limit", limit) > 0) return;
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** The first client, by its place, that has an answer; waits for one at most 5 s. */
  private static RawClient firstAnswered(List<RawClient> clients) throws IOException {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      for (var client : clients) {
        if (client.socket().getInputStream().available() > 0) return client;
      }
    }
    throw new AssertionError("nobody was answered");
  }

  private static Response acquired(Semaphore go) {
    go.acquireUninterruptibly();
    return Response.text("done");
  }

  @ParameterizedTest
  @CsvSource({"GET /x y HTTP/1.1, 400", "BREW / HTTP/1.1, 501", "GET / HTTP/2.0, 505"})
  void whatIsMalformedIsNoLimitThatWasHit(String line, int status) throws IOException {
    try (var server = RunningServer.of(_ -> Response.text("done"));
        var client = server.connect()) {
      assertThat(client.send(line + "\r\nHost: a\r\n\r\n").answer().status()).isEqualTo(status);
      assertThat(limitHits(server)).isEmpty();
    }
  }

  @Test
  void aLongLineIsALimitThatWasHit() throws IOException {
    try (var server = RunningServer.of(_ -> Response.text("done"));
        var client = server.connect()) {
      assertThat(client.get("/" + "x".repeat(9_000)).answer().status()).isEqualTo(414);
      assertThat(limitHits(server))
          .containsExactly(
              new Metric.Count("limit_hits_total", Map.of("limit", "REQUEST_LINE_BYTES_MAX"), 1));
    }
  }

  @Test
  void oneAddressHasABoundedNumberOfConnections() throws UnknownHostException {
    var open = new OpenConnections(limits(Map.of("connectionsPerAddressMax", 2.0)), List.of());
    var one = InetAddress.getByName("192.0.2.1");
    assertThat(open.open(one)).isEmpty();
    assertThat(open.open(one)).isEmpty();
    assertThat(open.open(one)).contains("CONNECTIONS_PER_ADDRESS_MAX");
    assertThat(open.open(InetAddress.getByName("192.0.2.2"))).isEmpty();
    assertThat(open.total()).isEqualTo(3);
    assertThat(open.close(one)).isEqualTo(2);
    assertThat(open.open(one)).isEmpty();
  }

  /** H12: each of these brings many clients. */
  @Test
  void trustedProxiesHaveAsManyConnectionsAsTheyNeed() throws UnknownHostException {
    var limits = limits(Map.of("connectionsPerAddressMax", 1.0));
    var open = new OpenConnections(limits, Cidr.list("10.0.0.0/8").blocks());
    for (var i = 0; i < 3; i++) {
      assertThat(open.open(InetAddress.getByName("10.1.2.3"))).isEmpty();
    }
    assertThat(open.close(InetAddress.getByName("10.1.2.3"))).isEqualTo(2);
    assertThat(open.open(InetAddress.getByName("192.0.2.1"))).isEmpty();
    assertThat(open.open(InetAddress.getByName("192.0.2.1"))).isPresent();
  }

  @Test
  void oneNetworkOfVersion6IsOneClient() throws UnknownHostException {
    var open = new OpenConnections(limits(Map.of("connectionsPerAddressMax", 1.0)), List.of());
    assertThat(open.open(InetAddress.getByName("2001:db8::1"))).isEmpty();
    assertThat(open.open(InetAddress.getByName("2001:db8::2"))).isPresent();
    assertThat(open.open(InetAddress.getByName("2001:db8:0:1::1"))).isEmpty();
  }

  @Test
  void thisMachinesOwnConnectionsAreOnlyBoundedInAll() throws IOException {
    var limits = Map.of("connectionsPerAddressMax", 1.0);
    try (var server = RunningServer.of(_ -> Response.text("done"), ThreadMode.AUTO, limits);
        var first = server.connect();
        var second = server.connect()) {
      assertThat(first.get("/").answer().status()).isEqualTo(200);
      assertThat(second.get("/").answer().status()).isEqualTo(200);
    }
  }

  private static List<Metric> limitHits(RunningServer server) {
    return server.server().metrics().all().stream()
        .filter(metric -> metric.name().equals("limit_hits_total"))
        .toList();
  }

  private static ServerLimits limits(Map<String, Double> limits) {
    return LimitSource.with(limits, ServerLimits::from);
  }
}
