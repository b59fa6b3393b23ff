package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.base.loop.Trust;
import dev.covet.base.observe.Metrics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * P1, V2, S1.io.allasync: routes that hold up what carries them are moved beside their event loop
 * and reported once; whoever else is on that loop hardly notices. {@code ./covet soak threads} runs
 * more rounds.
 */
@Isolated("it measures how long answers take")
final class BadNeighboursTest {
  private static final Logger LOG = LoggerFactory.getLogger(BadNeighboursTest.class);
  private static final int ROUNDS = Integer.getInteger("covet.threads.rounds", 20);

  /**
   * Servers that are held up at the same time, each with one loop: mostly they wait. Their number
   * is prime to that of the kinds, so that each begins with every kind.
   */
  private static final int LANES = 5;

  /**
   * One bad call holds its loop up for a second; eight of them, one after the other, would for
   * eight.
   */
  private static final double PING_SECONDS_MAX = 6;

  private static final List<String> KINDS = List.of("Initializer", "Fifo", "Spin", "Native");

  @TempDir private Path folder;

  /** Not virtual: routes that nobody knows yet may hold up the JDK's scheduler. */
  private final ExecutorService clients =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());

  private Set<Thread> threadsBefore = Set.of();

  @BeforeEach
  void noteThreads() {
    threadsBefore = serverThreads();
  }

  /** Before any is open: a process that starts later holds for a moment what is open then. */
  @BeforeEach
  void makeFifos() throws Exception {
    var command = new ArrayList<>(List.of("mkfifo"));
    for (var round = -1; round < ROUNDS; round++)
      command.add(folder.resolve("" + round).toString());
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  @Test
  void trustedRoutesThatTurnBadLeaveTheLoopAndNobodyElseStalls() throws Exception {
    try (var log = new LogLines("dev.covet.base.loop.Threads")) {
      all(IntStream.range(0, LANES).mapToObj(lane -> () -> lane(lane, log)));
    }
    assertNoThreadIsLeft();
  }

  private Void lane(int lane, LogLines log) throws Exception {
    var app = new BadNeighbours(folder);
    try (var server = RunningServer.of(app, ThreadMode.LOOP, Map.of());
        var ping = new Ping(server)) {
      for (var round = lane; round < ROUNDS; round += LANES) {
        round(server, app, round);
        assertReportedOnce(log, round);
        LOG.info("round {} of {}: /ping took at most {} ms", round, ROUNDS, ping.slowestMillis());
      }
      assertThat(ping.slowestMillis() / 1e3).isLessThan(PING_SECONDS_MAX);
      assertThat(app.trust("/ping").onLoop()).isTrue();
      assertThat(app.running()).isZero();
      assertFindingsAreCounted(server.server().metrics(), app, lane);
    }
    return null;
  }

  /** V2: what the watchdog finds can be read. */
  private static void assertFindingsAreCounted(Metrics metrics, BadNeighbours app, int lane) {
    for (var round = lane; round < ROUNDS; round += LANES) {
      for (var kind : KINDS) {
        var name = app.trust(path(kind, round)).name();
        assertThat(metrics.value("route_demotions_total", "route", name)).as(name).isEqualTo(1);
      }
    }
    assertThat(metrics.value("loop_stalls_total")).isPositive();
    assertThat(metrics.value("loop_waits_failed_total")).isEqualTo(app.initializersFailed());
  }

  /** All four routes turn bad: one of them alone at first, then all at once. */
  private void round(RunningServer server, BadNeighbours app, int round) throws Exception {
    for (var kind : KINDS) warm(server, app, path(kind, round));
    var first = KINDS.get(round % KINDS.size());
    callUntilDemoted(server, app, path(first, round));
    all(KINDS.stream().map(kind -> () -> callTwice(server, app, path(kind, round))));
  }

  /** Calls a route while it behaves, until the loop carries it. */
  private static void warm(RunningServer server, BadNeighbours app, String path)
      throws IOException {
    var trust = app.trust(path);
    try (var client = server.connect()) {
      for (var calls = 0; !trust.onLoop(); calls++) {
        assertThat(calls).as("calls until " + path + " is trusted").isLessThan(5_000);
        assertThat(client.get(path + "?good").answer().body()).isEqualTo("done");
      }
    }
  }

  /**
   * Two bad calls are enough: the third would not be carried by the loop any more. Mostly it is
   * one; but a loop that was held up before carries nothing for a second.
   */
  private void callUntilDemoted(RunningServer server, BadNeighbours app, String path)
      throws Exception {
    callBadly(server, app, path);
    if (app.wasOnLoop(path)) awaitDemotion(app.trust(path));
    else callTwice(server, app, path);
  }

  private Void callTwice(RunningServer server, BadNeighbours app, String path) throws Exception {
    callBadly(server, app, path);
    callBadly(server, app, path);
    awaitDemotion(app.trust(path));
    assertThat(app.trust(path).demotions()).as(path).isEqualTo(1);
    return null;
  }

  /** The initialiser waits for what the loop under it would have to bring, which can only fail. */
  private void callBadly(RunningServer server, BadNeighbours app, String path) throws Exception {
    var status = call(server, app, path);
    var fails = path.startsWith("/Initializer/") && app.wasOnLoop(path);
    assertThat(status).as(path).isEqualTo(fails ? 500 : 200);
    if (fails) app.initializerFailed();
  }

  /** The answer may be here before the segment that made it has ended. */
  private static void awaitDemotion(Trust trust) {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      if (trust.demotions() > 0) break;
      Thread.onSpinWait();
    }
    assertThat(trust.onLoop()).as(trust.name()).isFalse();
  }

  private int call(RunningServer server, BadNeighbours app, String path) throws Exception {
    try (var client = server.connect()) {
      return switch (path.split("/", -1)[1]) {
        case "Initializer" -> callInitializer(client, app, path);
        case "Fifo" -> callFifo(client, app, path);
        default -> client.get(path).answer().status();
      };
    }
  }

  /** The byte that the initialiser awaits comes after a second, over the very same loop. */
  private static int callInitializer(RawClient client, BadNeighbours app, String path)
      throws Exception {
    client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n");
    awaitSecondOf(app, path);
    try {
      client.send("x");
    } catch (IOException e) {
      LOG.debug("{} was answered before its body", path, e);
    }
    return client.answer().status();
  }

  /** Waits until a call has been misbehaving for a second. */
  private static void awaitSecondOf(BadNeighbours app, String path) throws InterruptedException {
    assertThat(app.entries(path).tryAcquire(10, TimeUnit.SECONDS)).as(path).isTrue();
    TimeUnit.SECONDS.sleep(1);
  }

  private int callFifo(RawClient client, BadNeighbours app, String path) throws Exception {
    client.get(path);
    awaitSecondOf(app, path);
    var fifo = folder.resolve(path.split("/", -1)[2]).toFile();
    try (var writer = new RandomAccessFile(fifo, "rw")) {
      writer.write('x');
      return client.answer().status();
    }
  }

  @Test
  void routesThatAreBadFromTheFirstCallNeverReachTheLoop() throws Exception {
    var app = new BadNeighbours(folder);
    try (var log = new LogLines("dev.covet.base.loop.Threads");
        var server = RunningServer.of(app, ThreadMode.LOOP, Map.of());
        var ping = new Ping(server)) {
      warm(server, app, "/ping");
      for (var kind : KINDS) {
        callTwice(server, app, path(kind, -1));
        assertThat(app.trust(path(kind, -1)).onLoop()).isFalse();
      }
      assertReportedOnce(log, -1);
      assertThat(ping.slowestMillis() / 1e3).isLessThan(PING_SECONDS_MAX);
      assertThat(app.running()).isZero();
    }
    assertNoThreadIsLeft();
  }

  private static String path(String kind, int round) {
    return "/" + kind + "/" + round;
  }

  /** The route is off the loop a moment before its line is written. */
  private static void assertReportedOnce(LogLines log, int round) {
    for (var kind : KINDS) {
      var line = "route=\"" + BadNeighbours.name(path(kind, round)) + "\"";
      for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
        if (!log.with(line).isEmpty()) break;
        Thread.onSpinWait();
      }
      assertThat(log.with(line)).as(line).hasSize(1);
    }
  }

  private void all(Stream<Callable<Void>> tasks) throws Exception {
    for (var task : tasks.map(clients::submit).toList()) task.get(1, TimeUnit.HOURS);
  }

  private void assertNoThreadIsLeft() {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      if (threadsBefore.containsAll(serverThreads())) return;
      Thread.onSpinWait();
    }
    assertThat(serverThreads()).isSubsetOf(threadsBefore);
  }

  private static Set<Thread> serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().matches("covet-.*|multiThreadIoEventLoopGroup.*"))
        .collect(Collectors.toSet());
  }

  /** A client that asks for {@code /ping} again and again. */
  private static final class Ping implements AutoCloseable {
    private final RawClient client;
    private final CompletableFuture<Void> running;
    private volatile boolean closed;
    private volatile long slowestNanos;

    Ping(RunningServer server) throws IOException {
      client = server.connect();
      running = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().start(task));
    }

    private void run() {
      try {
        while (!closed) {
          var begin = System.nanoTime();
          assertThat(client.get("/ping").answer().body()).isEqualTo("done");
          slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
          TimeUnit.MILLISECONDS.sleep(5);
        }
      } catch (IOException | InterruptedException e) {
        slowestNanos = Long.MAX_VALUE;
      }
    }

    long slowestMillis() {
      return slowestNanos / 1_000_000;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      running.join();
      client.close();
    }
  }
}
