package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.server.MeasuredServer.InUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S2.conn.limits, H1, T6, W2: all the sequences of bytes and frames that have a verdict, against
 * one process, again and again, read to their ends and left in the middle. A client that behaves
 * well is answered as before; nothing stays behind. {@code ./covet soak hostile} does it for
 * longer.
 */
@Timeout(900)
@Isolated("it measures how long answers take")
final class HostileTest {
  private static final Logger LOG = LoggerFactory.getLogger(HostileTest.class);
  private static final int SECONDS = Integer.getInteger("covet.hostile.seconds", 4);

  /** Elsewhere the machine is busy with other tests. */
  private static final boolean STRICT = Boolean.getBoolean("covet.hostile.strict");

  private static final long PAUSE_NANOS = 2_000_000;
  private static final long P99_NANOS_MAX = STRICT ? 50_000_000 : 1_000_000_000;

  /** What lives after a collection, of 256 MB that there are. */
  private static final long HEAP_BYTES_MAX = 64L << 20;

  /** How many times shorter than usual the long cases of WebSockets are. */
  private static final int PART = 100;

  private static final int LEFT_SOCKETS = 60;

  private static final List<String> OPTIONS =
      List.of("-Xmx256m", "--add-opens=java.base/java.lang=ALL-UNNAMED");

  /** One of them, by a client of its own. */
  private interface Sequence {
    void play(int port) throws IOException;
  }

  private static List<Sequence> raw() {
    return RawSequencesTest.sequences()
        .<Sequence>map(each ->
            port -> {
              try (var client = new RawClient(port)) {
                RawSequencesTest.assertVerdict(client, each);
              }
            })
        .toList();
  }

  private static List<Sequence> frames() {
    return FrameSequences.all().stream()
        .<Sequence>map(each ->
            port -> {
              try (var client = FrameClient.to(port)) {
                Http2FramesTest.assertVerdict(client, each);
              }
            })
        .toList();
  }

  private static List<Sequence> messages() {
    return WebSocketCases.all(PART).stream()
        .<Sequence>map(each ->
            port -> {
              var fields = each.offer().isEmpty() ? new String[0] : new String[] {each.offer()};
              try (var client = FrameSocket.over(port, fields)) {
                each.play().with(client);
              }
            })
        .toList();
  }

  /** Sends bytes and frames, and is gone: the kernel sends RST. */
  private static List<Sequence> left() {
    var all = new ArrayList<Sequence>();
    RawSequencesTest.sequences()
        .forEach(each ->
            all.add(port -> {
              try (var client = new RawClient(port)) {
                client.socket().setSoLinger(true, 0);
                client.send(RawSequencesTest.raw(each.getLast()));
              }
            }));
    FrameSequences.all()
        .forEach(each ->
            all.add(port -> {
              try (var client = FrameClient.to(port)) {
                client.socket().setSoLinger(true, 0);
                each.sent().to(client);
              } catch (IOException _) {
                // the server was faster
              }
            }));
    for (var i = 0; i < LEFT_SOCKETS; i++) all.add(HostileTest::leave);
    return all;
  }

  /** Is gone in the middle of a message, with others that are not answered yet. */
  private static void leave(int port) throws IOException {
    try (var client = FrameSocket.over(port, "Sec-WebSocket-Extensions: permessage-deflate")) {
      client.socket().setSoLinger(true, 0);
      for (var n = 0; n < 10; n++) client.text("x".repeat(10_000));
      client.raw(FrameSocket.frame(FrameSocket.TEXT, new byte[100]));
    }
  }

  /** Plays all, at least once, until the time is over; how many there were. */
  private static CompletableFuture<Integer> start(List<Sequence> all, int port) {
    assertThat(all).hasSizeGreaterThan(60);
    return CompletableFuture.supplyAsync(
        () -> {
          var count = new AtomicInteger();
          var end = System.nanoTime() + SECONDS * 1_000_000_000L;
          do {
            for (var each : all) play(each, port, count);
          } while (System.nanoTime() < end);
          return count.get();
        },
        task -> Thread.ofPlatform().start(task));
  }

  private static void play(Sequence each, int port, AtomicInteger count) {
    try {
      each.play(port);
      count.incrementAndGet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void othersAreServedAndNothingStays() throws Exception {
    try (var program = ChildJvm.start(OPTIONS, MeasuredServer.class)) {
      var port = Integer.parseInt(program.after("port "));
      try (var well = new RawClient(port)) {
        var alone = waits(program, well, CompletableFuture.runAsync(HostileTest::twoSeconds));
        var all =
            List.of(
                start(raw(), port),
                start(frames(), port),
                start(messages(), port),
                start(left(), port));
        var beside =
            waits(program, well, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
        LOG.info(
            "p50 {} us and p99 {} us alone, {} and {} beside {} raw sequences, {} of frames, {} of"
                + " WebSockets, {} that were left",
            percentile(alone, 50),
            percentile(alone, 99),
            percentile(beside, 50),
            percentile(beside, 99),
            all.get(0).get(),
            all.get(1).get(),
            all.get(2).get(),
            all.get(3).get());
        var end = settled(program);
        LOG.info("at the end {}", end);
        assertThat(end.connections()).isEqualTo(1);
        assertThat(end.requests()).isZero();
        assertThat(end.threads()).isZero();
        assertThat(end.bodies()).isZero();
        assertThat(end.heap()).isLessThan(HEAP_BYTES_MAX);
        assertThat(percentile(beside, 99) * 1_000).isLessThan(P99_NANOS_MAX);
      }
    }
  }

  private static void twoSeconds() {
    LockSupport.parkNanos(2_000_000_000L);
  }

  private static long percentile(List<Long> waits, int percent) {
    return waits.get((waits.size() - 1) * percent / 100) / 1_000;
  }

  /** What the client that behaves well waits until something has ended, the shortest first. */
  private static List<Long> waits(ChildJvm program, RawClient well, CompletableFuture<?> until)
      throws IOException {
    var waits = new ArrayList<Long>();
    while (!until.isDone()) {
      var begin = System.nanoTime();
      assertThat(well.get("/well").answer().body()).isEqualTo("GET /well 0");
      waits.add(System.nanoTime() - begin);
      if (waits.size() % 100 == 0) InUse.connections(program); // takes what it logs, too
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    until.join();
    Collections.sort(waits);
    return waits;
  }

  /** What is in use once those that have left were noticed: a connection lingers for 2 s. */
  private static InUse settled(ChildJvm program) throws IOException {
    var seen = InUse.of(program);
    for (var i = 0; i < 100 && (seen.connections() > 1 || seen.threads() > 0); i++) {
      LockSupport.parkNanos(100_000_000);
      seen = InUse.of(program);
    }
    return seen;
  }
}
