package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The SIGTERM row of security.md, S2.dep.rolling: what is at work when a process is to stop.
 * Requests, 500 event streams, and 100 MB on their way to a slow reader: no answer is cut.
 */
@Order(1) // it takes long
@Timeout(300)
class StopUnderLoadTest extends Processes {
  private static final int PAUSES = 20;
  private static final int STREAMS = 500;
  private static final int BIG_BYTES = 100 << 20;
  private static final int BLOCK_BYTES = 256 << 10;

  private final CountDownLatch bigBegun = new CountDownLatch(1);
  private final CountDownLatch streamsBegun = new CountDownLatch(STREAMS);
  private final CountDownLatch stopping = new CountDownLatch(1);

  private static Socket connect(int port) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(BLOCK_BYTES);
    socket.setSoTimeout(120_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private static void ask(Socket socket, String path) throws IOException {
    var request = "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** All that comes until the server ends the connection. */
  private static String answer(int port, String path) throws IOException {
    try (var socket = connect(port)) {
      ask(socket, path);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /** Listens to events until the server ends the stream; all that came. */
  private String listening(int port) throws IOException {
    try (var socket = connect(port)) {
      ask(socket, "/events");
      var in = socket.getInputStream();
      var all = new StringBuilder();
      for (int b; (b = in.read()) >= 0; ) {
        all.append((char) b);
        if (b == '\n' && all.toString().endsWith("data: hello\n\n")) streamsBegun.countDown();
      }
      return all.toString();
    }
  }

  /**
   * Takes some 20 MB a second, once the process is to stop; how many bytes came behind the head.
   */
  private long slowly(int port, String path) throws Exception {
    try (var socket = connect(port)) {
      ask(socket, path);
      var in = socket.getInputStream();
      for (var end = 0; end < 4; ) end = in.read() == "\r\n\r\n".charAt(end) ? end + 1 : 0;
      bigBegun.countDown();
      stopping.await();
      var count = 0L;
      var block = new byte[BLOCK_BYTES];
      for (int read; (read = in.readNBytes(block, 0, BLOCK_BYTES)) > 0; count += read) {
        LockSupport.parkNanos(12_000_000);
      }
      return count;
    }
  }

  /** Waits until nobody listens there any more. */
  private static void awaitRefusal(int port) throws IOException {
    while (true) {
      try (var socket = connect(port)) {
        assertThat(socket.isConnected()).isTrue();
      } catch (ConnectException _) {
        return;
      }
    }
  }

  @Test
  void requestsAtWorkAndBytesThatStillLeaveAreWaitedFor() throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var root = lines.readLine().replace("/docs", "");
      var port = URI.create(root).getPort();
      var big = clients.submit(() -> slowly(port, "/big"));
      var pauses = new ArrayList<Future<String>>();
      for (var n = 0; n < PAUSES; n++) pauses.add(clients.submit(() -> answer(port, "/pause")));
      var streams = new ArrayList<Future<String>>();
      for (var n = 0; n < STREAMS; n++) streams.add(clients.submit(() -> listening(port)));
      bigBegun.await();
      streamsBegun.await();
      while (!get(root + "/paused").equals("" + PAUSES)) Thread.onSpinWait();
      process.toHandle().destroy();

      awaitRefusal(port);
      stopping.countDown();
      Files.createFile(folder.resolve("go"));
      for (var each : pauses) {
        assertThat(each.get())
            .startsWith("HTTP/1.1 200 OK\r\n")
            .containsIgnoringCase("\r\nConnection: close\r\n")
            .endsWith("\r\n\r\npaused");
      }
      for (var each : streams) {
        assertThat(each.get())
            .startsWith("HTTP/1.1 200 OK\r\n")
            .containsPattern("retry: [12][0-9]{3}\n\n\r\n0\r\n\r\n$");
      }
      assertThat(big.get()).isEqualTo(BIG_BYTES);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
