package dev.covet.web.server;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.http.BodyTooLarge;
import dev.covet.web.http.ClientGone;
import dev.covet.web.http.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way from the event loop, which puts chunks in, to the one thread that
 * reads it. Holds a bounded number of bytes; while it is full the connection decodes no more.
 */
final class SocketBody implements RequestBody {
  /** What a chunk costs beside its bytes, so that many tiny ones count. */
  private static final int CHUNK_COST_BYTES = 64;

  private final long length;
  private final int bufferBytesMax;
  private final Runnable onWanted;
  private final LoopWait wait;
  private final Queue<byte[]> chunks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger buffered = new AtomicInteger();

  /** All bytes, if they came before the reading thread started, which takes them. */
  private byte @Nullable [] whole;

  private volatile boolean ended;
  private volatile boolean broken;
  private boolean taken;

  /**
   * Makes an empty body.
   *
   * @param length as the client says; -1 if unknown
   * @param onWanted called by the reading thread when it needs bytes that are not there, or has
   *     made room
   */
  SocketBody(long length, int bufferBytesMax, LoopWait wait, Runnable onWanted) {
    this.length = length;
    this.bufferBytesMax = bufferBytesMax;
    this.wait = wait;
    this.onWanted = onWanted;
  }

  /**
   * The body came as a whole, as most do: it needs no queue. Called on the loop, before the reading
   * thread starts.
   */
  void whole(byte[] all) {
    whole = all;
    ended = true;
  }

  /** Adds a chunk; called on the loop. */
  void add(byte[] chunk) {
    buffered.addAndGet(chunk.length + CHUNK_COST_BYTES);
    chunks.add(chunk);
    wait.signal();
  }

  /** The body is complete; called on the loop. */
  void end() {
    ended = true;
    wait.signal();
  }

  /** The connection was closed before the body was complete; called on the loop. */
  void breakOff() {
    if (!ended) {
      broken = true;
      wait.signal();
    }
  }

  /** Whether the connection ended before the body. */
  boolean isBroken() {
    return broken;
  }

  boolean ended() {
    return ended;
  }

  /** Whether no chunk waits. */
  boolean isEmpty() {
    return chunks.isEmpty();
  }

  boolean full() {
    return buffered.get() >= bufferBytesMax;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream stream() {
    take();
    return new BodyStream(this);
  }

  @Override
  public byte[] collect(int bytesMax) {
    take();
    if (length > bytesMax) throw new BodyTooLarge(bytesMax);
    var first = next();
    if (first == null) return new byte[0];
    if (first.length == length) return first;
    var all = new ByteArrayOutputStream(Math.max(first.length, (int) Math.max(0, length)));
    for (var chunk = first; chunk != null; chunk = next()) {
      if (all.size() + chunk.length > bytesMax) throw new BodyTooLarge(bytesMax);
      all.writeBytes(chunk);
    }
    return all.toByteArray();
  }

  private void take() {
    if (taken) throw new IllegalStateException("The body has already been read");
    taken = true;
  }

  /** The next bytes, or null at the end; waits for them. */
  byte @Nullable [] next() {
    var all = whole;
    if (all != null) {
      whole = null;
      return all;
    }
    var complete = ended;
    var chunk = chunks.poll();
    if (chunk == null && !complete) {
      chunk = waited();
    }
    if (chunk != null) {
      release(chunk);
    }
    return chunk;
  }

  private byte @Nullable [] waited() {
    onWanted.run();
    try {
      wait.until(() -> !chunks.isEmpty() || ended || broken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientGone("Interrupted while waiting for the body", e);
    }
    var chunk = chunks.poll();
    if (chunk == null && broken)
      throw new ClientGone("The connection was closed before the body was complete");
    return chunk;
  }

  private void release(byte[] chunk) {
    var cost = chunk.length + CHUNK_COST_BYTES;
    var before = buffered.getAndAdd(-cost);
    if (before >= bufferBytesMax && before - cost < bufferBytesMax) {
      onWanted.run();
    }
  }

  /** The body as a stream. Not thread-safe. */
  private static final class BodyStream extends InputStream {
    private final SocketBody body;
    private byte[] chunk = {};
    private int at;
    private boolean atEnd;

    BodyStream(SocketBody body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      if (count == 0) return 0;
      if (!fill()) return -1;
      var copied = Math.min(count, chunk.length - at);
      System.arraycopy(chunk, at, into, offset, copied);
      at += copied;
      return copied;
    }

    @Override
    public int available() {
      return chunk.length - at;
    }

    private boolean fill() throws IOException {
      while (!atEnd && at == chunk.length) {
        var next = next();
        atEnd = next == null;
        chunk = next == null ? new byte[0] : next;
        at = 0;
      }
      return !atEnd;
    }

    private byte @Nullable [] next() throws IOException {
      try {
        return body.next();
      } catch (ClientGone e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }
}
