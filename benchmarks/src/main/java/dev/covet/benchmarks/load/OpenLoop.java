package dev.covet.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A client on one thread that sends so many requests in a second, whatever becomes of them. What
 * each takes counts from when it was due, so that a client or a server that is late hides nothing.
 * Not thread-safe.
 */
public final class OpenLoop implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 2_000;
  private static final long ANSWER_NANOS_MAX = 5_000_000_000L;
  private static final int ANSWER_BYTES_MAX = 8_192;
  private static final String LENGTH = "\r\ncontent-length: ";

  private final int port;
  private final byte[] request;
  private final Selector selector;
  private final ArrayDeque<Asker> idle = new ArrayDeque<>();
  private final ArrayDeque<Long> due = new ArrayDeque<>();
  private final byte[] bytes = new byte[ANSWER_BYTES_MAX];
  private NavigableMap<Integer, List<Long>> waits = new TreeMap<>();
  private int connections;
  private int awaited;

  /** Sends nothing yet. */
  public OpenLoop(int port, Call call) throws IOException {
    this.port = port;
    this.request = call.form(0);
    this.selector = Selector.open();
  }

  /**
   * What came of it.
   *
   * @param waits nanoseconds by status, the shortest first; 0 is for those that got no answer in
   *     time
   */
  public record Answers(Map<Integer, List<Long>> waits) {
    /** How many had a status. */
    public int count(int status) {
      return waits.getOrDefault(status, List.of()).size();
    }

    /** In so many ms the given part of them had their answer; 0 if there is none. */
    public double millis(int status, double percent) {
      var all = waits.getOrDefault(status, List.of());
      return all.isEmpty() ? 0 : all.get((int) ((all.size() - 1) * percent / 100)) / 1e6;
    }
  }

  /**
   * Sends for a while, and waits for the last answers.
   *
   * @throws IOException if the server ends a connection before its answer
   */
  public Answers drive(int perSecond, Duration time) throws IOException {
    waits = new TreeMap<>();
    var begin = System.nanoTime();
    var count = time.toNanos() / 1_000_000_000.0 * perSecond;
    var pause = 1_000_000_000.0 / perSecond;
    for (var sent = 0; sent < count || awaited + due.size() > 0; ) {
      var now = System.nanoTime();
      for (; sent < count && begin + (long) (sent * pause) <= now; sent++) {
        due.add(begin + (long) (sent * pause));
      }
      send();
      if (now - begin > time.toNanos() + ANSWER_NANOS_MAX) break;
      selector.selectNow();
      for (var key : selector.selectedKeys()) receive((Asker) key.attachment());
      selector.selectedKeys().clear();
      if (idle.size() == connections && due.isEmpty()) Thread.onSpinWait();
    }
    for (var left = 0; left < awaited + due.size(); left++) add(0, ANSWER_NANOS_MAX);
    forget();
    waits.values().forEach(Collections::sort);
    return new Answers(waits);
  }

  private void send() throws IOException {
    while (!due.isEmpty() && (!idle.isEmpty() || connections < CONNECTIONS_MAX)) {
      var asker = idle.isEmpty() ? connect() : idle.poll();
      asker.send(due.poll());
      awaited++;
    }
  }

  private Asker connect() throws IOException {
    var channel = LoadClient.connect(port);
    channel.configureBlocking(false);
    var asker = new Asker(channel);
    channel.register(selector, SelectionKey.OP_READ, asker);
    connections++;
    return asker;
  }

  private void receive(Asker asker) throws IOException {
    var status = asker.receive();
    if (status == 0) return;
    awaited--;
    add(status, System.nanoTime() - asker.dueNanos);
    if (asker.ends) {
      asker.channel.close();
      connections--;
    } else {
      idle.push(asker);
    }
  }

  private void add(int status, long nanos) {
    waits.computeIfAbsent(status, _ -> new ArrayList<>()).add(nanos);
  }

  /** What comes late belongs to no other while. */
  private void forget() throws IOException {
    for (var key : List.copyOf(selector.keys())) key.channel().close();
    selector.selectNow();
    idle.clear();
    due.clear();
    connections = 0;
    awaited = 0;
  }

  @Override
  public void close() throws IOException {
    forget();
    selector.close();
  }

  /** A connection that waits for one answer, or for none. */
  private final class Asker {
    private final SocketChannel channel;
    private final StringBuilder come = new StringBuilder();
    private long dueNanos;
    private boolean ends;

    Asker(SocketChannel channel) {
      this.channel = channel;
    }

    void send(long at) throws IOException {
      dueNanos = at;
      come.setLength(0);
      for (var bytes = ByteBuffer.wrap(request); bytes.hasRemaining(); ) channel.write(bytes);
    }

    /** The status of the answer once all of it is there; 0 before. */
    int receive() throws IOException {
      var count = channel.read(ByteBuffer.wrap(bytes));
      if (count < 0) throw new EOFException("a connection ended without an answer");
      come.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
      var end = come.indexOf("\r\n\r\n");
      if (end < 0) return 0;
      var head = come.substring(0, end + 2).toLowerCase(Locale.ROOT);
      var at = head.indexOf(LENGTH);
      if (at < 0) throw new IOException("an answer without a length: " + head);
      var length =
          Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at + 2)));
      if (come.length() < end + 4 + length) return 0;
      ends = head.contains("\r\nconnection: close\r\n");
      return Integer.parseInt(head.substring(9, 12));
    }
  }
}
