package dev.covet.web.server.carrier;

import dev.covet.base.loop.LoopWait;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way from the handler's thread to the loop. A write waits while the
 * client has too much to take already. Bytes are gathered to blocks, but leave soon in any case:
 * the next ones may be long in coming. Used by one thread, but for what the loop calls.
 */
public final class ResponseStream extends OutputStream {
  /** How long bytes wait for more of their block. */
  private static final long GATHERING_MILLIS = 5;

  private final Carrier carrier;
  private final LoopWait wait;
  private final Blocks blocks = new Blocks();
  private final int waitingMax;
  private final boolean limited;
  private long left;

  /** Each write is something whole, between which something else may stand. */
  private final boolean inPieces;

  private volatile boolean closed;
  private volatile boolean gone;
  private volatile boolean stopping;

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
    this.inPieces = inPieces;
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
    if (inPieces) blocks.inWrite(true);
    for (int done = 0, copied; done < count; done += copied) {
      copied = blocks.gather(from, offset + done, count - done);
      if (blocks.isFull()) flush();
    }
    if (inPieces) blocks.inWrite(false);
    if (blocks.isFirst()) hand(this::takeSoon);
    if (gone || blocks.waiting() >= waitingMax) awaitRoom();
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
    if (gone) throw new IOException("The client has disconnected");
  }

  private void awaitRoom() throws IOException {
    var interrupted = false;
    while (!hasRoom()) interrupted |= isInterruptedBeforeRoom();
    if (interrupted) Thread.currentThread().interrupt();
    if (gone) throw new IOException("The client has disconnected");
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
