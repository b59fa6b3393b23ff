package dev.covet.web.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many clients that take their time: some send bodies at little more than the lowest rate, some
 * take big answers at a trickle, on a thread of their own, since a sender that waits for takers
 * would be too slow; at the end each must have all. Not thread-safe.
 */
final class SlowCrowd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlowCrowd.class);

  /** Every so often each client sends or takes something. */
  private static final long TURN_NANOS = 500_000_000;

  private static final int TURNS_PER_SECOND = 2;

  /** Of a body at each turn: 300 a second. */
  private static final int SENT_BYTES = 150;

  /** Of an answer at each turn: 80,000 a second, so that most of it waits in the server. */
  private static final int TAKEN_BYTES = 40_000;

  /** What each takes in turn at the end, so that none is left waiting for long. */
  private static final int FINISHING_BYTES = 1_000_000;

  /** The announced length of every tenth body, which never comes. */
  private static final int ANNOUNCED_BYTES = 1_000_000;

  private final List<Sender> senders = new ArrayList<>();
  private final List<Taker> takers = new ArrayList<>();
  private final int turns;

  SlowCrowd(int port, Size size) throws IOException {
    this.turns = size.seconds() * TURNS_PER_SECOND;
    for (var i = 0; i < size.bodies(); i++) {
      senders.add(new Sender(port, i % 10 == 0 ? ANNOUNCED_BYTES : turns * SENT_BYTES));
    }
    for (var i = 0; i < size.readers(); i++) {
      takers.add(new Taker(port, i % 2 == 0 ? "/shared" : "/streamed"));
    }
  }

  /** How many clients there are, and how long they take. */
  record Size(int bodies, int readers, int seconds) {}

  /**
   * Sends slowly.
   *
   * @throws UncheckedIOException if a connection ends before its body was taken
   */
  void send() {
    inTurns(() -> {
      for (var sender : senders) sender.send(SENT_BYTES);
    });
  }

  /**
   * Takes slowly.
   *
   * @throws UncheckedIOException if an answer is wrong, or a connection ends before it is whole
   */
  void take() {
    inTurns(() -> {
      for (var taker : takers) taker.take(TAKEN_BYTES);
    });
  }

  private void inTurns(Turn turn) {
    var begin = System.nanoTime();
    for (var done = 1; done <= turns; done++) {
      try {
        turn.take();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      LockSupport.parkNanos(begin + done * TURN_NANOS - System.nanoTime());
    }
    LOG.info("{} turns in {} ms", turns, (System.nanoTime() - begin) / 1_000_000);
  }

  /** What the clients of one kind do every so often. */
  private interface Turn {
    void take() throws IOException;
  }

  /**
   * Takes all that is left.
   *
   * @throws IOException if an answer is wrong, or a connection ends before it is whole
   */
  void finish() throws IOException {
    for (var sender : senders) sender.finish();
    while (takers.stream().anyMatch(Taker::waits)) {
      for (var taker : takers) taker.take(FINISHING_BYTES);
    }
  }

  private static SocketChannel connect(int port, String head) throws IOException {
    var channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 65_536);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(ByteBuffer.wrap((head + "\r\nHost: a\r\n").getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  /** Sends a body. */
  private static final class Sender {
    private final SocketChannel channel;
    private final int length;
    private int sent;

    Sender(int port, int length) throws IOException {
      this.length = length;
      channel = connect(port, "POST /length HTTP/1.1");
      write("Content-Length: " + length + "\r\n\r\n");
    }

    private void write(String text) throws IOException {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    void send(int count) throws IOException {
      try {
        write("x".repeat(count));
      } catch (IOException e) {
        throw new IOException("cut after " + sent + " bytes: " + early(), e);
      }
      sent += count;
    }

    /** What came already, if anything. */
    private String early() throws IOException {
      var answer = new byte[1_000];
      channel.configureBlocking(false);
      return channel.read(ByteBuffer.wrap(answer)) < 0 ? "the end" : text(answer);
    }

    /** The answer to a body that is whole tells its length; to another one there is none. */
    void finish() throws IOException {
      if (sent == length) {
        var answer = new byte[1_000];
        var bytes = ByteBuffer.wrap(answer);
        while (!text(answer).endsWith("\r\n\r\n" + length)) read(channel, bytes);
      } else {
        var early = early();
        if (!early.isEmpty()) throw new IOException("a body was not waited for: " + early);
      }
    }

    /** With zeros behind it. */
    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "");
    }
  }

  private static void read(SocketChannel channel, ByteBuffer into) throws IOException {
    if (channel.read(into) < 0) throw new EOFException("an answer was cut");
  }

  /** Takes an answer. */
  private static final class Taker {
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(TAKEN_BYTES);
    private final StringBuilder head = new StringBuilder();
    private long taken;

    Taker(int port, String path) throws IOException {
      channel = connect(port, "GET " + path + " HTTP/1.1");
      channel.write(ByteBuffer.wrap("\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    boolean waits() {
      return taken < SlowServer.BIG_BYTES;
    }

    /** Takes some bytes, as far as there are so many. */
    void take(int count) throws IOException {
      for (var end = taken + count; taken < end && waits(); ) {
        buffer.clear();
        read(channel, buffer);
        check(buffer.flip());
      }
    }

    private void check(ByteBuffer bytes) throws IOException {
      while (!head.toString().endsWith("\r\n\r\n")) {
        if (!bytes.hasRemaining()) return;
        head.append((char) bytes.get());
      }
      var block = new byte[bytes.remaining()];
      bytes.get(block);
      if (!BigStreams.Pattern.isAt(block, taken)) throw new IOException("a byte is wrong");
      taken += block.length;
    }
  }

  @Override
  public void close() throws IOException {
    for (var sender : senders) sender.channel.close();
    for (var taker : takers) taker.channel.close();
  }
}
