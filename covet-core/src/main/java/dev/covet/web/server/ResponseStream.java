package dev.covet.web.server;

import dev.covet.base.loop.LoopWait;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way from the handler's thread to the loop. A write waits while the
 * client has too much to take already. Bytes are gathered to blocks, but leave soon in any case:
 * the next ones may be long in coming. Used by one thread, but for what the loop calls.
 */
final class ResponseStream extends OutputStream {
  private static final int BLOCK_BYTES = 16_384;

  /** What a block costs beside its bytes, here and in Netty, so that many tiny ones count. */
  private static final int BLOCK_COST_BYTES = 256;

  /** How long bytes wait for more of their block. */
  private static final long GATHERING_MILLIS = 5;

  private final Carrier carrier;
  private final Exchange exchange;
  private final LoopWait wait;
  private final Queue<byte[]> blocks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final boolean limited;
  private long left;

  /** What is gathered. Guarded by this, as the next three are. */
  private byte[] block = new byte[BLOCK_BYTES];

  private int size;

  /** The loop will take what is gathered by then. */
  private boolean gathering;

  private boolean closed;
  private volatile boolean gone;

  /** A stream of exactly {@code length} bytes, or of any number if that is -1. */
  ResponseStream(Carrier carrier, Exchange exchange, long length) {
    this.carrier = carrier;
    this.exchange = exchange;
    this.wait = new LoopWait(carrier.loop());
    this.limited = length >= 0;
    this.left = length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    if (closed) throw new IOException("The response is already closed");
    if (limited && count > left)
      throw new IOException("The response has more bytes than its announced length");
    left -= count;
    for (int done = 0, copied; done < count; done += copied) {
      copied = gather(from, offset + done, count - done);
      if (isFull()) flush();
    }
    if (isFirst()) hand(this::takeSoon);
    if (gone || waiting.get() >= waitingMax()) awaitRoom();
  }

  private synchronized int gather(byte[] from, int offset, int count) {
    var copied = Math.min(count, BLOCK_BYTES - size);
    System.arraycopy(from, offset, block, size, copied);
    size += copied;
    return copied;
  }

  private synchronized boolean isFull() {
    return size == BLOCK_BYTES;
  }

  /** Whether something is gathered of which the loop does not know yet. */
  private synchronized boolean isFirst() {
    var first = size > 0 && !gathering;
    gathering |= first;
    return first;
  }

  private void takeSoon() {
    var _ = carrier.loop().events().schedule(this::take, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes what is gathered; called on the loop. */
  private void take() {
    if (takes()) carrier.writeBlocks(this);
  }

  private synchronized boolean takes() {
    gathering = false;
    var takes = size > 0 && !closed;
    if (takes) endBlock();
    return takes;
  }

  private synchronized void endBlock() {
    if (size == 0) return;
    var full = size == BLOCK_BYTES ? block : Arrays.copyOf(block, size);
    block = size == BLOCK_BYTES ? new byte[BLOCK_BYTES] : block;
    size = 0;
    waiting.addAndGet(full.length + BLOCK_COST_BYTES);
    blocks.add(full);
  }

  /** Hands what is there to the loop, and waits while the client has too much to take. */
  @Override
  public void flush() throws IOException {
    if (closed) return;
    endBlock();
    hand(() -> carrier.writeBlocks(this)); // without a block, too: the head may wait for it
    awaitRoom();
  }

  private void hand(Runnable task) throws IOException {
    if (!carrier.hand(task)) gone = true;
    if (gone) throw new IOException("The client has disconnected");
  }

  private void awaitRoom() throws IOException {
    var max = waitingMax();
    try {
      wait.until(() -> gone || waiting.get() < max);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while sending the response", e);
    }
    if (gone) throw new IOException("The client has disconnected");
  }

  private int waitingMax() {
    return exchange.limits().body().writeBufferBytesMax();
  }

  /** Ends the answer; one that is shorter than announced is a fault. */
  @Override
  public void close() throws IOException {
    if (closed) return;
    endBlock();
    end();
    if (limited && left > 0)
      throw new IOException("The response has fewer bytes than its announced length");
    hand(() -> carrier.writeEnd(exchange, this));
  }

  private synchronized void end() {
    closed = true;
  }

  boolean gone() {
    return gone;
  }

  /** Whether its length was announced. */
  boolean limited() {
    return limited;
  }

  /** The next block to write, or null; called on the loop. */
  byte @Nullable [] poll() {
    return blocks.poll();
  }

  /** The client has taken a block; called on the loop. */
  void taken(int bytes) {
    waiting.addAndGet(-bytes - BLOCK_COST_BYTES);
    wait.signal();
  }

  /** Nobody reads any more; called on the loop. */
  void giveUp() {
    gone = true;
    wait.signal();
  }
}
