package dev.covet.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way from the thread that brings it to the test that reads it: a
 * little at a time, so that whoever writes waits for who reads. Safe for use by both.
 */
final class Heard extends OutputStream {
  private static final int BLOCKS_MAX = 64;

  /** No block is empty. */
  private static final byte[] END = {};

  private final CompletableFuture<AnswerReader.Head> head = new CompletableFuture<>();
  private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(BLOCKS_MAX);
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  /** Status and fields are there. */
  void begins(AnswerReader.Head all) {
    head.complete(all);
  }

  /** Nothing more comes. */
  void ends(@Nullable Throwable why) {
    failure = why;
    if (why != null) head.completeExceptionally(why);
    while (!closed) {
      if (isEndTaken()) return;
    }
  }

  private boolean isEndTaken() {
    try {
      return blocks.offer(END, 10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }

  CompletableFuture<AnswerReader.Head> head() {
    return head;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    if (closed) throw new IOException("the client has left");
    if (count == 0) return;
    try {
      blocks.put(Arrays.copyOfRange(from, offset, offset + count));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while sending to a test");
    }
  }

  /** Whether nobody reads any more. */
  boolean isClosed() {
    return closed;
  }

  /** Nobody reads any more. */
  @Override
  public void close() {
    closed = true;
    blocks.clear();
  }

  /** What is heard, for a reader that waits as long as the patience allows. */
  Reading reading(Patience patience) {
    return new Reading(patience);
  }

  /** Reads what is heard. Used by one thread. */
  final class Reading extends InputStream {
    private final Patience patience;
    private byte[] block = END;
    private int at;
    private boolean over;
    private long deadline;

    Reading(Patience patience) {
      this.patience = patience;
    }

    /** What is read from now on has its time from now on. */
    void waits() {
      deadline = System.nanoTime() + patience.longest().toNanos();
    }

    /**
     * The next byte.
     *
     * @throws Late if it does not come in time
     * @throws IOException if the answer broke off
     */
    @Override
    public int read() throws IOException {
      return hasMore() ? block[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int count) throws IOException {
      if (!hasMore()) return -1;
      var copied = Math.min(count, block.length - at);
      System.arraycopy(block, at, to, offset, copied);
      at += copied;
      return copied;
    }

    private boolean hasMore() throws IOException {
      while (at == block.length && !over) {
        block = next();
        at = 0;
        over = block.length == 0;
      }
      if (over && failure != null) throw new IOException("the response was cut off", failure);
      return !over;
    }

    private byte[] next() throws IOException {
      try {
        var next = blocks.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) throw new Late();
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /** Nothing came in time. */
  static final class Late extends IOException {
    private static final long serialVersionUID = 1;
  }
}
