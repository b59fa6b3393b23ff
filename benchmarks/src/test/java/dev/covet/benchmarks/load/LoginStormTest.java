package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.benchmarks.raw.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Those who sign in, and who asks beside them. */
class LoginStormTest {
  private static final Call JSON = Call.named("json");

  @Test
  void eachComesFromAnAddressOfItsOwnAndIsCountedByItsAnswer() throws Exception {
    var addresses = ConcurrentHashMap.<InetAddress>newKeySet();
    var enough = new CountDownLatch(10);
    try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(listener, addresses, enough));
      var storm = LoginStorm.start(listener.getLocalPort(), JSON, 1_000);
      try (storm) {
        enough.await();
      }

      assertThat(storm.answers()).isEqualTo(Map.of(503, (long) addresses.size()));
    }
  }

  private static void answer(
      ServerSocket listener, Set<InetAddress> addresses, CountDownLatch enough) {
    var sent = JSON.with("Connection", List.of("close")).form(0);
    while (!listener.isClosed()) {
      try (var socket = listener.accept()) {
        socket.getInputStream().readNBytes(sent.length);
        addresses.add(socket.getInetAddress());
        socket.getOutputStream().write("HTTP/1.1 503 Busy\r\n\r\n".getBytes(US_ASCII));
        enough.countDown();
      } catch (IOException _) {
        // the test is over
      }
    }
  }

  @Test
  void whoAsksBesideThemTakesTheTimeOfMostAnswers() throws IOException {
    try (var server = RawServer.start("127.0.0.1", 0)) {
      assertThat(Pinger.p99(server.port(), JSON, Duration.ofMillis(50)))
          .isBetween(Duration.ofNanos(1_000), Duration.ofSeconds(5));
    }
  }
}
