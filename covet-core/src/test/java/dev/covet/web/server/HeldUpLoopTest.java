package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Trust;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** V2: a handler that spins on an event loop, and takes no notice of anything. */
@Timeout(300)
final class HeldUpLoopTest {
  /** Far more calls than a route needs to be let onto the loops. */
  private static final int CALLS_MAX = 10_000;

  private final Spinner app = new Spinner();

  private static final class Spinner implements Dispatcher {
    private final Trust trust = new Trust("Test.spin", false);
    private final Trust other = new Trust("Test.other", false);
    private final CountDownLatch spinning = new CountDownLatch(1);
    private volatile boolean on = true;
    private volatile boolean onLoop;

    @Override
    public Response refuse(Request request, Refusal refusal) {
      return RunningServer.refuse(request, refusal);
    }

    @Override
    public Trust trust(Request request) {
      return request.path().equals("/spin") ? trust : other;
    }

    @Override
    public Response handle(Request request) {
      onLoop = Thread.currentThread().toString().contains("@multiThreadIoEventLoopGroup-");
      if (request.query().equals("on")) {
        spinning.countDown();
        while (on) Thread.onSpinWait();
      }
      return Response.text("done");
    }

    boolean spins() throws InterruptedException {
      return spinning.await(30, TimeUnit.SECONDS) && onLoop;
    }
  }

  /** Calls until a loop carries the route. */
  private void trusted(RawClient client) throws Exception {
    for (var i = 0; i < CALLS_MAX && !app.onLoop; i++) client.get("/spin").answer();
    assertThat(app.onLoop).isTrue();
  }

  /** The SIGTERM row: the stop waits for the grace and a second, whatever a handler does. */
  @Test
  void aStopDoesNotWaitForIt() throws Exception {
    try (var log = new LogLines(Loops.class.getName());
        var server = RunningServer.withLoops(1, app);
        var client = server.connect()) {
      trusted(client);
      client.get("/spin?on");
      assertThat(app.spins()).isTrue();

      var start = System.nanoTime();
      assertThat(server.server().stop(Duration.ofMillis(500))).isEqualTo(1);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      server.loops().close();
      assertThat(log.with("loops_held_up")).isNotEmpty();
      app.on = false;
      assertThat(client.isClosed()).as("what it answers after its time is not sent").isTrue();
    } finally {
      app.on = false;
    }
  }

  @Test
  void newConnectionsGoToOtherLoops() throws Exception {
    var clients = new ArrayList<RawClient>();
    try (var server = RunningServer.withLoops(2, app);
        var client = server.connect()) {
      trusted(client);
      client.get("/spin?on");
      assertThat(app.spins()).isTrue();
      while (app.trust.demotions() == 0)
        LockSupport.parkNanos(1_000_000); // until the watchdog has seen it

      for (var i = 0; i < 6; i++) {
        var other = server.connect();
        clients.add(other);
        assertThat(other.get("/other").answer().body()).isEqualTo("done");
      }
    } finally {
      app.on = false;
      for (var other : clients) other.close();
    }
  }
}
