package dev.covet.web.server.carrier;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer between the thread that writes them and the loop: gathered to blocks,
 * which stand in line until the client has taken them. Safe for use by both.
 */
final class Blocks {
  private static final int BLOCK_BYTES = 16_384;

  /** What a block costs beside its bytes, here and in Netty, so that many tiny ones count. */
  private static final int BLOCK_COST_BYTES = 256;

  /** Each write is something whole, between which something else may stand. */
  private final boolean inPieces;

  private final Queue<byte[]> line = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** What is gathered. Guarded by this, as the next two are. */
  private byte[] block = new byte[BLOCK_BYTES];

  private int size;

  /** The loop will take what is gathered by then. */
  private boolean gathering;

  /** A write is under way, of which a part may be gathered. */
  private boolean inWrite;

  /** Whether something was gathered since it was last asked. */
  private boolean moved;

  /**
   * Nothing is gathered yet.
   *
   * @param inPieces whether each write is something whole
   */
  Blocks(boolean inPieces) {
    this.inPieces = inPieces;
  }

  /** Gathers bytes up to the end of a block; how many. */
  synchronized int gather(byte[] from, int offset, int count) {
    moved = true;
    var copied = Math.min(count, BLOCK_BYTES - size);
    System.arraycopy(from, offset, block, size, copied);
    size += copied;
    return copied;
  }

  /** Notes that what is gathered from now on belongs together, or that it is whole. */
  void inWrite(boolean now) {
    if (!inPieces) return; // nobody looks at it
    synchronized (this) {
      inWrite = now;
    }
  }

  /** Whether what is gathered ends within a write. */
  synchronized boolean isInWrite() {
    return inWrite;
  }

  /**
   * Gathers bytes between two writes, if nothing was gathered since this was last asked and nothing
   * waits; whether it did.
   */
  synchronized boolean fill(byte[] bytes) {
    var isSilent = !moved && !inWrite && size == 0 && waiting.get() == 0;
    if (isSilent) gather(bytes, 0, bytes.length);
    moved = false;
    return isSilent;
  }

  synchronized boolean isFull() {
    return size == BLOCK_BYTES;
  }

  /** Whether something is gathered of which the loop does not know yet. */
  synchronized boolean isFirst() {
    var first = size > 0 && !gathering;
    gathering |= first;
    return first;
  }

  /** The loop takes what is gathered; whether there is anything. */
  synchronized boolean takes() {
    gathering = false;
    var takes = size > 0;
    end();
    return takes;
  }

  /** Puts what is gathered in line. */
  synchronized void end() {
    if (size == 0) return;
    var full = size == BLOCK_BYTES ? block : Arrays.copyOf(block, size);
    block = size == BLOCK_BYTES ? new byte[BLOCK_BYTES] : block;
    size = 0;
    waiting.addAndGet(full.length + BLOCK_COST_BYTES);
    line.add(full);
  }

  /** What the client has not taken yet costs so much. */
  int waiting() {
    return waiting.get();
  }

  /** The next block in line, or null. */
  byte @Nullable [] poll() {
    return line.poll();
  }

  /** The client has taken a block. */
  void taken(int bytes) {
    waiting.addAndGet(-bytes - BLOCK_COST_BYTES);
  }
}
