package dev.covet.web.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients of {@link BigStreams} do, well or badly. */
final class Clients {
  private static final int BLOCK_BYTES = 65_536;
  private static final String PING = "GET /ping HTTP/1.1\r\nHost: a\r\n\r\n";

  private Clients() {}

  private static void head(RawClient client, String line, String fields) throws IOException {
    client.send(line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  }

  private static void sendPattern(RawClient client, long count) throws IOException {
    BigStreams.Pattern.write(client.socket().getOutputStream(), count, new AtomicLong());
  }

  /** Sends a big body, and a request right behind it. */
  static void up(RawClient client, long bytes) throws IOException {
    try (client) {
      head(client, "POST /up", "Content-Length: " + bytes + "\r\n");
      sendPattern(client, bytes);
      client.send(PING);
      expect(client.answer().body(), Long.toString(bytes));
      expect(client.answer().body(), "pong");
    }
  }

  /** Takes a big answer, with a request right behind its own. */
  static void down(RawClient client, long bytes) throws IOException {
    try (client) {
      head(client, "GET /down", "");
      client.send(PING);
      expect(client.patternAnswer(), bytes);
      expect(client.answer().body(), "pong");
    }
  }

  /** Takes a stream of values, with a request right behind its own. */
  static void values(RawClient client, long bytes) throws IOException {
    try (client) {
      head(client, "GET /values", "");
      client.send(PING);
      expect(client.chunkedBytes(), bytes);
      expect(client.answer().body(), "pong");
    }
  }

  /** Sends a big body in chunks and takes it back in chunks, at the same time. */
  static void both(RawClient client, long bytes) throws IOException, InterruptedException {
    try (client) {
      head(client, "POST /both", "Transfer-Encoding: chunked\r\n");
      var sender = Thread.ofPlatform().start(() -> sendChunks(client, bytes));
      expect(client.patternAnswer(), bytes);
      sender.join();
      expect(client.answer().body(), "pong");
    }
  }

  private static void sendChunks(RawClient client, long bytes) {
    try {
      var block = new byte[BLOCK_BYTES];
      for (long at = 0; at < bytes; at += block.length) {
        BigStreams.Pattern.fill(block, at);
        client.send(Integer.toHexString(block.length) + "\r\n").send(block).send("\r\n");
      }
      client.send("0\r\n\r\n" + PING);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Announces a body and leaves when half of it is sent. */
  static void stopSending(RawClient client, long bytes) throws IOException {
    try (client) {
      head(client, "POST /both", "Content-Length: " + bytes + "\r\n");
      var sink = Thread.ofPlatform().daemon().start(() -> drain(client));
      sendPattern(client, bytes / 2);
      expect(sink.isAlive(), true);
    }
  }

  private static void drain(RawClient client) {
    try {
      client.socket().getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      Thread.currentThread().interrupt(); // the client has left
    }
  }

  /** Leaves when half of its answer has come. */
  static void stopReading(RawClient client, long bytes) throws IOException {
    try (client) {
      head(client, "GET /down", "");
      client.socket().getInputStream().skipNBytes(bytes / 2);
    }
  }

  private static <T> void expect(T seen, T wanted) {
    if (!wanted.equals(seen)) throw new IllegalStateException(seen + " instead of " + wanted);
  }

  /** Asks for something small again and again. */
  static final class Pinging implements AutoCloseable {
    private final RawClient client;
    private final CompletableFuture<Void> running;
    private volatile boolean closed;
    private volatile long slowestNanos;

    Pinging(RawClient client) {
      this.client = client;
      running = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().start(task));
    }

    private void run() {
      try {
        while (!closed) {
          var begin = System.nanoTime();
          expect(client.get("/ping").answer().body(), "pong");
          slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
          TimeUnit.MILLISECONDS.sleep(5);
        }
      } catch (IOException | InterruptedException | IllegalStateException e) {
        slowestNanos = Long.MAX_VALUE;
      }
    }

    double slowestSeconds() {
      return slowestNanos / 1e9;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      running.join();
      client.close();
    }
  }

  /** Sends a body byte by byte, for as long as it is let. */
  static final class SlowSender implements AutoCloseable {
    private final RawClient client;
    private final CompletableFuture<Void> running;
    private volatile boolean finished;
    private long sent;

    SlowSender(RawClient client) throws IOException {
      this.client = client;
      head(client, "POST /up", "Transfer-Encoding: chunked\r\n");
      running = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().start(task));
    }

    private void run() {
      try {
        for (; !finished; sent++) {
          client.send(new byte[] {'1', '\r', '\n', BigStreams.Pattern.at(sent), '\r', '\n'});
          TimeUnit.MILLISECONDS.sleep(2);
        }
      } catch (IOException | InterruptedException _) {
        sent = -1;
      }
    }

    /** Ends the body; its answer has counted all of it. */
    void finish() throws IOException {
      finished = true;
      running.join();
      client.send("0\r\n\r\n");
      expect(client.answer().body(), Long.toString(sent));
    }

    @Override
    public void close() throws IOException {
      finished = true;
      client.close();
    }
  }

  /** Takes a big answer at a trickle, and watches how far its handler writes ahead. */
  static final class SlowReader implements AutoCloseable {
    private final RawClient client;
    private final AtomicLong written;
    private final CompletableFuture<Void> running;
    private volatile boolean closed;
    private volatile long aheadMax;

    SlowReader(RawClient client, AtomicLong written) throws IOException {
      this.client = client;
      this.written = written;
      head(client, "GET /slow", "");
      running = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().start(task));
    }

    private void run() {
      try {
        InputStream in = client.socket().getInputStream();
        for (long taken = 0; !closed; taken += BLOCK_BYTES) {
          in.skipNBytes(BLOCK_BYTES);
          aheadMax = Math.max(aheadMax, written.get() - taken);
          TimeUnit.MILLISECONDS.sleep(50);
        }
      } catch (IOException | InterruptedException e) {
        aheadMax = Long.MAX_VALUE;
      }
    }

    /** The most bytes by which the handler was ahead of this client. */
    long aheadMax() {
      return aheadMax;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      running.join();
      client.close();
    }
  }
}
