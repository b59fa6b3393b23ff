package dev.covet.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A closed-loop client on one thread: each connection sends its next request when the answers to
 * the last ones are there, and every answer is checked. Not thread-safe.
 */
public final class LoadClient implements AutoCloseable {
  /** Longest wait for any answer at all. */
  private static final long SILENCE_MILLIS_MAX = 5_000;

  private static final int CONNECTIONS_MAX = 1_024;

  private final Selector selector;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final int depth;

  /** How hard to press a server: connections, and requests that each sends together. */
  public record Pressure(int connections, int depth) {
    /** Bounds both. */
    public Pressure {
      if (connections < 1 || connections > CONNECTIONS_MAX || depth < 1 || depth > 64) {
        throw new IllegalArgumentException("1 to 1024 connections, 1 to 64 requests together");
      }
    }
  }

  /**
   * Connects, and sends the first requests.
   *
   * @throws IOException if the server does not let it
   */
  public LoadClient(int port, Call call, Pressure pressure) throws IOException {
    this.selector = Selector.open();
    this.depth = pressure.depth();
    for (var i = 0; i < pressure.connections(); i++) {
      var channel = connect(port);
      channels.add(channel);
      var wire = wire(channel, call, i * call.forms() / pressure.connections());
      wire.send();
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Asker(wire, depth));
    }
  }

  private Wire wire(SocketChannel channel, Call call, int turn) {
    return call.isHttp2()
        ? new Http2Wire(channel, call, depth)
        : new Http1Wire(channel, call, depth, turn);
  }

  static SocketChannel connect(int port) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel;
  }

  /** The answer to one call, on a connection of its own. */
  public static Answer ask(int port, Call call) throws IOException {
    try (var channel = connect(port)) {
      return Answer.of(new Http1Wire(channel, call, 1, 0).ask());
    }
  }

  /**
   * Goes on for a while.
   *
   * @return number of answers in that time, all of them right
   * @throws IOException if one was wrong, a connection ended, or no answer came for 5 s
   */
  public long drive(Duration time) throws IOException {
    var end = System.nanoTime() + time.toNanos();
    var count = 0L;
    while (System.nanoTime() < end) {
      if (selector.select(SILENCE_MILLIS_MAX) == 0) {
        throw new SocketTimeoutException("no answer for " + SILENCE_MILLIS_MAX + " ms");
      }
      for (var key : selector.selectedKeys()) count += ((Asker) key.attachment()).goOn();
      selector.selectedKeys().clear();
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    for (var channel : channels) channel.close();
    selector.close();
  }

  /** A connection and how many answers it waits for. */
  private static final class Asker {
    private final Wire wire;
    private final int depth;
    private int awaited;

    Asker(Wire wire, int depth) {
      this.wire = wire;
      this.depth = depth;
      this.awaited = depth;
    }

    int goOn() throws IOException {
      var count = wire.receive();
      awaited -= count;
      if (awaited == 0) {
        wire.send();
        awaited = depth;
      }
      return count;
    }
  }
}
