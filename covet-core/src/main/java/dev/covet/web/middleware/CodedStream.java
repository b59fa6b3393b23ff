package dev.covet.web.middleware;

import dev.covet.web.http.Content;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Compresses a body block by block while it is written. Bytes are gathered to blocks, but leave
 * soon in any case: if the body's own thread has nothing more to write for the moment, another one
 * hands on what there is, one of the two at a time.
 */
final class CodedStream extends OutputStream {
  private static final int BLOCK_BYTES = 16_384;

  /** How long bytes wait for more of their block. */
  private static final long GATHERING_NANOS = 5_000_000;

  private final OutputStream out;
  private final Worker worker;
  private final Coding coding;
  private final OutputStream blocks;
  private final ReentrantLock turn = new ReentrantLock();
  private final Condition atEnd = turn.newCondition();

  private boolean isGathering;
  private boolean isWatched;
  private boolean ended;
  private @Nullable Exception failure;

  /** Does work of so many bytes, and returns when it is done. */
  @FunctionalInterface
  interface Worker {
    void run(int bytes, Runnable work);
  }

  private CodedStream(OutputStream out, ContentCoding coding, Worker worker) throws IOException {
    this.out = out;
    this.worker = worker;
    this.coding = new Coding(coding);
    this.blocks = new BufferedOutputStream(new Block(), BLOCK_BYTES);
  }

  /** Writes a body in a coding. */
  static void write(Content.Writer body, OutputStream out, ContentCoding coding, Worker worker)
      throws IOException {
    var stream = new CodedStream(out, coding, worker);
    try {
      body.writeTo(stream);
      stream.inTurn(stream::finish);
    } finally {
      stream.end();
    }
  }

  /** Something that is written to one who may be gone. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void inTurn(Step step) throws IOException {
    turn.lock();
    try {
      if (failure != null) throw new IOException("What was written before has not left", failure);
      step.run();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    inTurn(() -> {
      blocks.write(bytes, offset, length);
      isGathering = true;
      if (!isWatched) watch();
    });
  }

  /** What was written so far can be read then: who flushes has no more for now. */
  @Override
  public void flush() throws IOException {
    inTurn(() -> {
      flushBlocks();
      out.flush();
    });
  }

  private void flushBlocks() throws IOException {
    isGathering = false;
    blocks.flush();
    coding.flush();
    coding.handOn(out);
  }

  private void finish() throws IOException {
    blocks.flush();
    coding.close();
    coding.handOn(out);
  }

  /** Whatever has happened: nobody touches the body any more. */
  private void end() throws IOException {
    turn.lock();
    try {
      ended = true;
      atEnd.signal();
      coding.close();
    } finally {
      turn.unlock();
    }
  }

  private void watch() {
    isWatched = true;
    Thread.ofVirtual().name("covet-compress").start(this::handOnWhatWaits);
  }

  private void handOnWhatWaits() {
    turn.lock();
    try {
      do gather();
      while (isHandedOn());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does that
    } finally {
      turn.unlock();
    }
  }

  private void gather() throws InterruptedException {
    for (var left = GATHERING_NANOS; left > 0 && !ended; ) left = atEnd.awaitNanos(left);
  }

  /** Hands on what was written since the last look; false if that was nothing. */
  private boolean isHandedOn() {
    isWatched = isGathering && !ended && failure == null;
    if (!isWatched) return false;
    try {
      flushBlocks();
    } catch (IOException | RuntimeException e) {
      failure = e; // the body's own thread is told
      isWatched = false;
    }
    return isWatched;
  }

  /** Compresses each block, where there is time for that. */
  private final class Block extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      worker.run(length, () -> coding.compress(bytes, offset, length));
      coding.handOn(out);
    }
  }

  /**
   * The coding, which does nothing once it is closed: who is interrupted does not wait for its
   * worker, and its memory outside of the heap is gone then.
   */
  private static final class Coding {
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream(BLOCK_BYTES);
    private final OutputStream stream;
    private boolean closed;

    Coding(ContentCoding coding) throws IOException {
      this.stream = coding.stream(ready);
    }

    synchronized void compress(byte[] bytes, int offset, int length) {
      if (closed) return;
      try {
        stream.write(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void handOn(OutputStream out) throws IOException {
      if (ready.size() == 0) return;
      ready.writeTo(out);
      ready.reset();
    }

    synchronized void flush() throws IOException {
      if (!closed) stream.flush();
    }

    synchronized void close() throws IOException {
      closed = true;
      stream.close();
    }
  }
}
