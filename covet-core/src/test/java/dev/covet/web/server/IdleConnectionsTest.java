package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S1.conc.many, S2.conn.buf, S2.dep.inst (D30): what a connection takes that waits for its next
 * request. {@code ./covet soak connections} opens many more of them, and says how many bytes each
 * takes.
 */
@Order(1)
@Timeout(900)
final class IdleConnectionsTest {
  private static final Logger LOG = LoggerFactory.getLogger(IdleConnectionsTest.class);
  private static final int COUNT = Integer.getInteger("covet.connections.count", 500);

  /** Ports of one address; the next connections come from another one. */
  private static final int FROM_ONE_ADDRESS = 20_000;

  /** Few connections share what is made once, so this is more than one takes among many. */
  private static final int BYTES_MAX = 16_384;

  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx4g",
          "-XX:+UseSerialGC",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED");

  /** What the server has in use. */
  private record Memory(long connections, long heap, long direct) {
    static Memory of(ChildJvm program) throws IOException {
      program.send('?');
      return new Memory(
          Long.parseLong(program.after("connections ")),
          Long.parseLong(program.after("heap ")),
          Long.parseLong(program.after("direct ")));
    }

    /** Bytes more than before, for each connection. */
    long each(Memory before) {
      return (heap + direct - before.heap - before.direct) / (connections - before.connections);
    }
  }

  @Test
  void oneThatIsIdleTakesLittle() throws Exception {
    var open = new ArrayList<SocketChannel>();
    try (var program = ChildJvm.start(OPTIONS, IdleServer.class)) {
      var sockets = program.after("sockets ");
      var port = Integer.parseInt(program.after("port "));
      for (var i = 0; i < 200; i++) connect(port, 0).close(); // what is made once is there
      var first = connect(port, 0);
      open.add(first);
      var before = Memory.of(program);
      var stopped = connect(port, open);
      var after = Memory.of(program);
      LOG.info(
          "{}: {} connections, {} bytes each: heap {}, direct memory {} in all. {}",
          sockets,
          after.connections(),
          after.each(before),
          after.heap() - before.heap(),
          after.direct() - before.direct(),
          stopped);
      assertThat(after.connections()).isEqualTo(open.size());
      assertThat(after.each(before)).isLessThan(BYTES_MAX);
    } finally {
      for (var each : open) each.close();
    }
  }

  /** Opens all; says what stopped it before that. */
  private static String connect(int port, List<SocketChannel> open) {
    try {
      for (var i = 0; i < COUNT; i++) open.add(connect(port, i / FROM_ONE_ADDRESS));
      return "";
    } catch (IOException e) {
      return "Stopped by: " + e.getMessage();
    }
  }

  /** A connection on which a request was answered. */
  private static SocketChannel connect(int port, int address) throws IOException {
    var from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + address)});
    var channel = SocketChannel.open();
    channel.bind(new InetSocketAddress(from, 0));
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(ByteBuffer.wrap(REQUEST));
    var answer = ByteBuffer.allocate(1_024);
    while (!new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
        .endsWith("well")) {
      if (channel.read(answer) < 0) throw new IOException("the server has closed a connection");
    }
    return channel;
  }
}
