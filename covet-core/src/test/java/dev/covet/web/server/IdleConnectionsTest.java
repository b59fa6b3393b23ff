package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.server.MeasuredServer.InUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S1.conc.many, S2.conn.buf, S2.dep.inst (D30): what a connection takes that waits for its next
 * request, or a WebSocket for its next message. {@code ./covet soak connections} opens many more of
 * them, and says how many bytes each takes.
 */
@Order(1)
@Timeout(900)
final class IdleConnectionsTest {
  private static final Logger LOG = LoggerFactory.getLogger(IdleConnectionsTest.class);
  private static final int COUNT = Integer.getInteger("covet.connections.count", 500);

  /** Ports of one address; the next connections come from another one. */
  private static final int FROM_ONE_ADDRESS = 20_000;

  /** As many as are judged by what is promised of them. */
  private static final int MANY = 10_000;

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx4g",
          "-XX:+UseSerialGC",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED");

  /**
   * What is idle.
   *
   * <p>Few connections share what is made once, so of those more is let pass.
   */
  enum Kind {
    /** A connection on which a request was answered. */
    KEPT_ALIVE("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / 0", 3_584, 16_384),
    /** A WebSocket whose handler waits for a message. */
    SOCKET(FrameSocket.request("/socket"), "\r\n\r\n", 8_192, 24_576);

    private final String request;
    private final String end;
    private final int bytesMax;
    private final int bytesOfFewMax;

    Kind(String request, String end, int bytesMax, int bytesOfFewMax) {
      this.request = request;
      this.end = end;
      this.bytesMax = bytesMax;
      this.bytesOfFewMax = bytesOfFewMax;
    }

    SocketChannel open(int port, int address) throws IOException {
      var from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + address)});
      var channel = SocketChannel.open();
      channel.bind(new InetSocketAddress(from, 0));
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      var bytes = new byte[1_024];
      var buffer = ByteBuffer.wrap(bytes);
      for (var answer = ""; !answer.endsWith(end); ) {
        if (channel.read(buffer) < 0) throw new IOException("the server has closed a connection");
        answer = new String(bytes, 0, buffer.position(), StandardCharsets.US_ASCII);
        if (answer.startsWith("HTTP/1.1 5")) throw new IOException(answer);
      }
      return channel;
    }

    /** Opens all; says what stopped it before that. */
    String open(int port, List<SocketChannel> open) {
      try {
        for (var i = 0; i < COUNT; i++) open.add(open(port, i / FROM_ONE_ADDRESS));
        return "";
      } catch (IOException e) {
        return " Stopped by: " + e.getMessage();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsIdleTakesLittle(Kind kind) throws Exception {
    var open = new ArrayList<SocketChannel>();
    try (var program = ChildJvm.start(OPTIONS, MeasuredServer.class)) {
      var sockets = program.after("sockets ");
      var port = Integer.parseInt(program.after("port "));
      for (var i = 0; i < COUNT; i++) kind.open(port, 0).close(); // what is made once is there
      open.add(kind.open(port, 0));
      while (InUse.connections(program) > 1) LockSupport.parkNanos(10_000_000);
      var _ = InUse.of(program); // so is what that takes
      var before = InUse.of(program);
      var stopped = kind.open(port, open);
      var after = InUse.of(program);
      LOG.info(
          "{}, {}: {} connections, {} bytes each: heap {}, direct memory {} in all; {} threads.{}",
          kind,
          sockets,
          after.connections(),
          after.each(before),
          after.heap() - before.heap(),
          after.direct() - before.direct(),
          after.threads() - before.threads(),
          stopped);
      assertThat(after.connections()).isEqualTo(open.size());
      assertThat(after.each(before)).isLessThan(COUNT < MANY ? kind.bytesOfFewMax : kind.bytesMax);
    } finally {
      for (var each : open) each.close();
    }
  }
}
