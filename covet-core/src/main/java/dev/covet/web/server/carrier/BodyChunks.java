package dev.covet.web.server.carrier;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.message.ClientGone;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a body between the loop, which puts them in, and the one thread that takes them.
 * Holds a bounded number of bytes: while it is full its carrier takes no more.
 */
final class BodyChunks {
  /** What a chunk costs beside its bytes, so that many tiny ones count. */
  private static final int CHUNK_COST_BYTES = 64;

  /**
   * Chunks that nobody has taken become one up to so many bytes, since HTTP/2 counts bytes alone.
   */
  private static final int JOINED_BYTES_MAX = 1_024;

  private final Carrier carrier;
  private final BodyBytesInFlight.Share share;
  private final int bytesMax;
  private final LoopWait wait;

  /** Guarded by this; most bodies come whole and need none. */
  private @Nullable Deque<byte[]> chunks;

  /** What they cost together; written with the lock of this. */
  private volatile int bytes;

  private volatile boolean ended;
  private volatile boolean broken;

  BodyChunks(Carrier carrier, BodyBytesInFlight.Share share, int bytesMax) {
    this.carrier = carrier;
    this.share = share;
    this.bytesMax = bytesMax;
    this.wait = new LoopWait(carrier.loop());
  }

  /** Adds a chunk; false if the server holds too many bytes already. Called on the loop. */
  boolean add(byte[] chunk) {
    var cost = chunk.length + CHUNK_COST_BYTES;
    if (!share.take(cost)) return false;
    put(chunk, cost);
    wait.signal();
    return true;
  }

  private synchronized void put(byte[] chunk, int cost) {
    if (chunks == null) chunks = new ArrayDeque<>();
    var before = chunks.peekLast();
    if (before == null || before.length + chunk.length > JOINED_BYTES_MAX) {
      chunks.add(chunk);
      bytes += cost;
      return;
    }
    var joined = Arrays.copyOf(before, before.length + chunk.length);
    System.arraycopy(chunk, 0, joined, before.length, chunk.length);
    chunks.removeLast();
    chunks.add(joined);
    bytes += chunk.length;
    share.giveBack(CHUNK_COST_BYTES);
  }

  /** The body is complete; called on the loop. */
  void end() {
    ended = true;
    wait.signal();
  }

  /** The body will never be complete, unless it is; called on the loop. */
  void breakOff() {
    if (ended) return;
    broken = true;
    wait.signal();
  }

  boolean isBroken() {
    return broken;
  }

  boolean ended() {
    return ended;
  }

  synchronized boolean isEmpty() {
    return chunks == null || chunks.isEmpty();
  }

  int cost() {
    return bytes;
  }

  boolean full() {
    return bytes >= bytesMax;
  }

  /**
   * The next chunk, or null at the end; waits for it.
   *
   * @param collects whether it is held further by whoever takes it
   */
  byte @Nullable [] next(boolean collects) {
    var complete = ended;
    var chunk = taken(collects);
    return chunk == null && !complete ? waited(collects) : chunk;
  }

  private byte @Nullable [] waited(boolean collects) {
    carrier.bodyWanted();
    try {
      wait.until(() -> !isEmpty() || ended || broken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientGone("Interrupted while waiting for the body", e);
    }
    var chunk = taken(collects);
    if (chunk == null && broken)
      throw new ClientGone("The connection was closed before the body was complete");
    return chunk;
  }

  private synchronized byte @Nullable [] taken(boolean collects) {
    var chunk = chunks == null ? null : chunks.poll();
    if (chunk == null) return null;
    var cost = chunk.length + CHUNK_COST_BYTES;
    share.giveBack(collects ? CHUNK_COST_BYTES : cost);
    var wasFull = full();
    bytes -= cost;
    if (wasFull && !full()) carrier.bodyWanted();
    return chunk;
  }
}
