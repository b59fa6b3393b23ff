package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolLimits;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.loop.TransportMode;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reliability: a half-open peer, whose machine has gone without a word. */
@ExtendWith(NoLeaks.class)
final class HalfOpenPeerTest {
  private static final List<Path> TABLES =
      Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of).filter(Files::isReadable).toList();

  /** The kernel's number of the timer that asks a silent peer whether it is there. */
  private static final String KEEP_ALIVE = "02";

  @ParameterizedTest
  @EnumSource
  void aSilentPeerIsAskedWithinAMinuteWhetherItIsThere(TransportMode mode) throws IOException {
    if (TABLES.isEmpty()) return; // only Linux tells of its timers
    try (var server = RunningServer.on(mode, _ -> Response.text("done"));
        var client = server.connect()) {
      assertThat(client.get("/").answer().status()).isEqualTo(200);
      var left = keepAlive(server.server().port(), client.socket().getLocalPort());
      assertThat(left).isBetween(4_000L, 6_100L); // of 10 ms
    }
  }

  /** A transport passes over what it does not know. */
  @ParameterizedTest
  @EnumSource
  void everyTransportKnowsHowOftenAPeerIsAsked(TransportMode mode) throws Exception {
    try (var loops = new Loops(ThreadMode.AUTO, mode, 1, new Metrics(), PoolLimits.DEFAULT)) {
      var accepted = new CompletableFuture<Channel>();
      var loopback = InetAddress.getLoopbackAddress();
      var listening =
          new ServerBootstrap()
              .group(loops.acceptor(), loops.group())
              .channel(loops.transport().serverChannel())
              .childHandler(
                  new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                      accepted.complete(channel);
                    }
                  })
              .bind(loopback, 0)
              .syncUninterruptibly()
              .channel();
      var port = ((InetSocketAddress) listening.localAddress()).getPort();
      try (var _ = new Socket(loopback, port)) {
        var channel = accepted.get(30, TimeUnit.SECONDS);
        assertThat(channel.config().setOptions(Listener.halfOpen(loops.transport()))).isTrue();
        var options = loops.transport().keepAlive();
        assertThat(channel.config().getOption(options.idleSeconds())).isEqualTo(60);
        assertThat(channel.config().getOption(options.intervalSeconds())).isEqualTo(10);
        assertThat(channel.config().getOption(options.count())).isEqualTo(3);
        channel.close().syncUninterruptibly();
      }
    }
  }

  /** The time until a connection's peer is asked; waits until it has confirmed what it got. */
  private static long keepAlive(int local, int remote) throws IOException {
    for (var end = System.nanoTime() + 5_000_000_000L; System.nanoTime() < end; ) {
      var timer = timer(local, remote);
      if (timer.getFirst().equals(KEEP_ALIVE)) return Long.parseLong(timer.getLast(), 16);
    }
    throw new AssertionError("no such timer");
  }

  /** The kind of the timer of a connection, and how long it still has; see proc(5). */
  private static List<String> timer(int local, int remote) throws IOException {
    for (var table : TABLES) {
      for (var line : Files.readAllLines(table)) {
        var cells = line.strip().split("\\s+", -1);
        var isIt =
            cells[1].endsWith(":%04X".formatted(local))
                && cells[2].endsWith(":%04X".formatted(remote));
        if (isIt) return List.of(cells[5].split(":", -1));
      }
    }
    throw new AssertionError("no such connection");
  }

  /** A socket on which there is nothing more to read or write must not be reported for ever. */
  @ParameterizedTest
  @EnumSource
  void aResetBehindAnEndKeepsNoLoopBusy(TransportMode transport) throws Exception {
    var begun = new CountDownLatch(1);
    var go = new Semaphore(0);
    Handler waiting =
        request -> {
          request.context().changes();
          begun.countDown();
          go.acquireUninterruptibly();
          return Response.text("late");
        };
    try (var server = RunningServer.on(transport, waiting)) {
      try (var client = server.connect()) {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        client.socket().shutdownOutput();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        client.socket().setSoLinger(true, 0); // the kernel sends RST
      }
      var before = loopNanos(server);
      LockSupport.parkNanos(500_000_000);
      assertThat(loopNanos(server) - before).isLessThan(250_000_000);
      go.release();
      for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
        if (server.server().connections() == 0) break;
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(server.server().connections()).isZero();
    }
  }

  /** How long its loop has worked since it began. */
  private static long loopNanos(RunningServer server) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    var loop = server.loops().loops().getFirst().events();
    return loop.submit(threads::getCurrentThreadCpuTime).get(30, TimeUnit.SECONDS);
  }
}
