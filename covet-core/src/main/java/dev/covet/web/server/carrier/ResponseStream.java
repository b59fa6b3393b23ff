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
public final class ResponseStream extends OutputStream
    implements Content.FileTaker, Carrier.BlockSource {
  /** How long bytes wait for more of their block. */
  private static final long GATHERING_MILLIS = 5;

  /** What becomes of a file that is sent as it is. */
  private enum FileProgress {
    AT_REST,
    /** The loop has it at work, so that it is not to be closed. */
    SENDING,
    /** It ended before the answer. */
    TOO_SHORT
  }

  private final Carrier carrier;
  private final LoopWait wait;
  private final Blocks blocks;
  private final int waitingMax;
  private final boolean limited;
  private long left;

  private volatile boolean closed;
  private volatile boolean gone;
  private volatile boolean stopping;

  private volatile FileProgress file = FileProgress.AT_REST;

  /**
   * A stream of exactly {@code length} bytes, or of any number if that is -1.
   *
   * @param waitingMax how many bytes may wait for the client
   * @param inPieces whether each write is something whole
   */
  ResponseStream(Carrier carrier, long length, int waitingMax, boolean inPieces) {
    this.carrier = carrier;
    this.wait = new LoopWait(carrier.loop());
    this.waitingMax = waitingMax;
    this.blocks = new Blocks(inPieces);
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
    if (stopping) throw new IOException("The server is stopping");
    if (limited && count > left)
      throw new IOException("The response has more bytes than its announced length");
    left -= count;
    blocks.inWrite(true);
    for (int done = 0, copied; done < count; done += copied) {
      copied = blocks.gather(from, offset + done, count - done);
      if (blocks.isFull()) flush();
    }
    blocks.inWrite(false);
    if (blocks.isFirst()) hand(this::takeSoon);
    if (gone || blocks.waiting() >= waitingMax) awaitRoom();
  }

  /** Bytes of a file leave behind all that was written before, and take no memory. */
  @Override
  public boolean takeFile(FileChannel file, long offset, long count) throws IOException {
    if (limited && count > left)
      throw new IOException("The response has more bytes than its announced length");
    if (!limited || !carrier.beginsFile(offset + count)) return false;
    try {
      sendFile(file, offset, count);
    } finally {
      carrier.endsFile();
    }
    if (isFileShort()) throw new EOFException("The file has become shorter");
    checkClient();
    return true;
  }

  private void sendFile(FileChannel file, long offset, long count) throws IOException {
    blocks.end();
    left -= count;
    this.file = FileProgress.SENDING;
    var part = new Carrier.FilePart(offset, count);
    if (!carrier.hand(() -> carrier.writeFile(this, file, part))) fileFailed(false);
    awaitFile();
  }

  /** Waits until the loop has let go of the file; who interrupts this has the answer cut off. */
  private void awaitFile() {
    var interrupted = false;
    while (file == FileProgress.SENDING) {
      try {
        wait.until(() -> file != FileProgress.SENDING);
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
    file = FileProgress.AT_REST;
    wait.signal();
  }

  /** Some bytes of a file cannot be sent; called on the loop. */
  public void fileFailed(boolean isShort) {
    gone = true;
    file = isShort ? FileProgress.TOO_SHORT : FileProgress.AT_REST;
    wait.signal();
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
    var interrupted = false;
    while (!hasRoom()) interrupted |= isInterruptedBeforeRoom();
    if (interrupted) Thread.currentThread().interrupt();
    checkClient();
  }

  private boolean hasRoom() {
    return gone || blocks.waiting() < waitingMax;
  }

  /** Waits; where the server stops, what has begun to leave still leaves whole. */
  private boolean isInterruptedBeforeRoom() throws IOException {
    try {
      wait.until(this::hasRoom);
      return false;
    } catch (InterruptedException e) {
      if (stopping) return true;
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while sending the response", e);
    }
  }

  private void checkClient() throws IOException {
    if (gone) throw new IOException("The client has disconnected");
  }

  /**
   * Writes something between two writes whenever nothing else was written for a while.
   *
   * @param most how long a client may hear nothing, in nanoseconds
   */
  void breakSilence(byte[] with, long most) {
    var _ =
        carrier
            .loop()
            .events()
            .schedule(() -> breakSilenceNow(with, most), most / 2, TimeUnit.NANOSECONDS);
  }

  private void breakSilenceNow(byte[] with, long most) {
    if (closed || gone || stopping) return;
    if (blocks.fill(with)) take();
    breakSilence(with, most);
  }

  /** Takes nothing more but a farewell, since the server stops; from any thread. */
  void stops() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /**
   * Ends an answer that the server's stop has broken off.
   *
   * @throws IOException if nobody reads it any more, or it was broken off within a write
   */
  void close(byte[] farewell) throws IOException {
    if (blocks.isInWrite()) throw new IOException("Broken off within a write");
    for (var done = 0; done < farewell.length; ) {
      done += blocks.gather(farewell, done, farewell.length - done);
      if (blocks.isFull()) blocks.end();
    }
    close();
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

  /** Whether it was broken off because a file ended before it. */
  boolean isFileShort() {
    return file == FileProgress.TOO_SHORT;
  }

  boolean gone() {
    return gone;
  }

  /** Puts what is gathered in line for the last blocks. */
  void endBlocks() {
    blocks.end();
  }

  /** Whether its length was announced. */
  public boolean limited() {
    return limited;
  }

  @Override
  public byte @Nullable [] poll() {
    return blocks.poll();
  }

  @Override
  public void taken(int bytes) {
    blocks.taken(bytes);
    wait.signal();
  }

  @Override
  public void giveUp() {
    gone = true;
    wait.signal();
  }
}
