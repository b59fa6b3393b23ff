package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** H6, H8: nothing piles up for clients that do not take their answers. */
@ExtendWith(NoLeaks.class)
final class SlowClientTest {
  private static final Map<String, Double> SHORT_STALL = Map.of("writeStallSecondsMax", 0.3);

  /** Our buffers, and those of the kernel at both ends. */
  private static final long PILED_UP_BYTES_MAX = 16L << 20;

  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicInteger handled = new AtomicInteger();

  private Response endless(Request request) {
    if (request.path().equals("/ping")) return Response.text("pong");
    Content.Writer writer = out -> BigStreams.Pattern.write(out, Long.MAX_VALUE, written);
    return Response.of(200, "text/plain", new Content.Stream(-1, writer)).onEnd(ended::complete);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aClientThatTakesNothingIsResetAndNothingPilesUp(ThreadMode threads) throws Exception {
    try (var server = RunningServer.of(this::endless, threads, SHORT_STALL);
        var stalled = server.connect();
        var other = server.connect()) {
      stalled.get("/");
      assertThat(other.get("/ping").answer().body()).isEqualTo("pong");
      assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(Ending.GONE);
      assertThat(written.get()).isLessThan(PILED_UP_BYTES_MAX);
      assertThat(stalled.isCutOff()).isTrue();
      assertThat(
              server
                  .server()
                  .metrics()
                  .value("limit_hits_total", "limit", "WRITE_STALL_SECONDS_MAX"))
          .isEqualTo(1);
    }
  }

  @Test
  void aBigAnswerThatIsWholeIsResetAsWell() throws Exception {
    var big = new byte[32 << 20];
    try (var server =
            RunningServer.of(_ -> Response.bytes("text/plain", big), ThreadMode.AUTO, SHORT_STALL);
        var stalled = server.connect()) {
      stalled.get("/");
      for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
        if (server.server().connections() == 0) break;
        Thread.onSpinWait();
      }
      assertThat(server.server().connections()).isZero();
    }
  }

  /** Always sooner than the limit, and for longer than it. */
  @Test
  void aClientThatTakesItsAnswerSlowlyIsLetBe() throws Exception {
    var limit = Map.of("writeStallSecondsMax", 3.0);
    try (var server = RunningServer.of(this::endless, ThreadMode.AUTO, limit);
        var slow = server.connect()) {
      slow.get("/");
      for (var end = System.nanoTime() + 3_500_000_000L; System.nanoTime() - end < 0; ) {
        slow.socket().getInputStream().skipNBytes(1 << 20);
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(ended).isNotDone();
    }
  }

  @Test
  void aClientThatOnlySendsRequestsIsNotReadAnyMore() throws Exception {
    var answer = new byte[65_536];
    try (var server =
            RunningServer.of(request -> {
              handled.incrementAndGet();
              return request.path().equals("/ping")
                  ? Response.text("pong")
                  : Response.bytes("text/plain", answer);
            });
        var other = server.connect();
        var greedy =
            SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.server().port()))) {
      var sent = sendAsMuchAsItTakes(greedy);
      assertThat(sent).isLessThan(2 * PILED_UP_BYTES_MAX);
      assertThat((long) handled.get() * answer.length).isLessThan(PILED_UP_BYTES_MAX);
      assertThat(other.get("/ping").answer().body()).isEqualTo("pong");
    }
  }

  /** Sends until nothing was taken for 300 ms; returns how many bytes were. */
  private static long sendAsMuchAsItTakes(SocketChannel client) throws IOException {
    client.configureBlocking(false);
    var line = "GET /" + "x".repeat(4_000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    var request = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    long sent = 0;
    for (var last = System.nanoTime(); System.nanoTime() - last < 300_000_000; ) {
      var taken = client.write(request);
      if (!request.hasRemaining()) request.rewind();
      sent += taken;
      if (taken > 0) last = System.nanoTime();
      if (sent > 4 * PILED_UP_BYTES_MAX) return sent;
    }
    return sent;
  }
}
