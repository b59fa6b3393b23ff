package dev.covet.web.server.carrier;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.http.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way from the handler's thread to the loop. A write waits while the
 * client has too much to take already. Bytes are gathered to blocks, but leave soon in any case:
 * the next ones may be long in coming. Used by one thread, but for what the loop calls.
 */
public final class ResponseStream extends OutputStream implements Content.FileTaker {
  /** How long bytes wait for more of their block. */
  private static final long GATHERING_MILLIS = 5;

  private final Carrier carrier;
  private final LoopWait wait;
  private final Blocks blocks = new Blocks();
  private final int waitingMax;
  private final boolean limited;
  private long left;
  private boolean closed;
  private volatile boolean gone;

  /** Whether the loop has a file at work, which is not to be closed meanwhile. */
  private volatile boolean sending;

  /** Whether that file ended before the answer. */
  private volatile boolean isShort;

  /**
   * A stream of exactly {@code length} bytes, or of any number if that is -1.
   *
   * @param waitingMax how many bytes may wait for the client
   */
  ResponseStream(Carrier carrier, long length, int waitingMax) {
    this.carrier = carrier;
    this.wait = new LoopWait(carrier.loop());
    this.waitingMax = waitingMax;
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
      copied = blocks.gather(from, offset + done, count - done);
      if (blocks.isFull()) flush();
    }
    if (blocks.isFirst()) hand(this::takeSoon);
    if (gone || blocks.waiting() >= waitingMax) awaitRoom();
  }

  /** Bytes of a file leave behind all that was written before, and take no memory. */
  @Override
  public boolean takeFile(FileChannel file, long offset, long count) throws IOException {
    if (!limited || !carrier.takesFiles()) return false;
    if (count > left)
      throw new IOException("The response has more bytes than its announced length");
    blocks.end();
    left -= count;
    sending = true;
    var part = new Carrier.FilePart(offset, count);
    if (!carrier.hand(() -> carrier.writeFile(this, file, part))) fileFailed(false);
    awaitFile();
    if (isShort) throw new EOFException("The file has become shorter");
    checkClient();
    return true;
  }

  /** Waits until the loop has let go of the file; who interrupts this has the answer cut off. */
  private void awaitFile() {
    var interrupted = false;
    while (sending) {
      try {
        wait.until(() -> !sending);
      } catch (InterruptedException _) {
        interrupted = true;
        gone = true;
        carrier.hand(() -> carrier.cut(this));
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** All bytes of a file were taken; called on the loop. */
  public void fileTaken() {
    sending = false;
    wait.signal();
  }

  /** Some bytes of a file cannot be sent; called on the loop. */
  public void fileFailed(boolean isShort) {
    this.isShort = isShort;
    gone = true;
    fileTaken();
  }

  private void takeSoon() {
    var _ = carrier.loop().events().schedule(this::take, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes what is gathered; called on the loop. */
  private void take() {
    if (blocks.takes()) carrier.writeBlocks(this);
  }

  /** Hands what is there to the loop, and waits while the client has too much to take. */
  @Override
  public void flush() throws IOException {
    if (closed) return;
    blocks.end();
    hand(() -> carrier.writeBlocks(this)); // without a block, too: the head may wait for it
    awaitRoom();
  }

  private void hand(Runnable task) throws IOException {
    if (!carrier.hand(task)) gone = true;
    checkClient();
  }

  private void awaitRoom() throws IOException {
    try {
      wait.until(() -> gone || blocks.waiting() < waitingMax);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while sending the response", e);
    }
    checkClient();
  }

  private void checkClient() throws IOException {
    if (gone) throw new IOException("The client has disconnected");
  }

  /** Ends the answer; one that is shorter than announced is a fault. */
  @Override
  public void close() throws IOException {
    if (closed) return;
    blocks.end();
    closed = true;
    if (limited && left > 0)
      throw new IOException("The response has fewer bytes than its announced length");
    hand(() -> carrier.writeEnd(this));
  }

  boolean gone() {
    return gone;
  }

  /** Whether its length was announced. */
  public boolean limited() {
    return limited;
  }

  /** The next block to write, or null; called on the loop. */
  public byte @Nullable [] poll() {
    return blocks.poll();
  }

  /** The client has taken a block; called on the loop. */
  public void taken(int bytes) {
    blocks.taken(bytes);
    wait.signal();
  }

  /** Nobody reads any more; called on the loop. */
  public void giveUp() {
    gone = true;
    wait.signal();
  }
}
