package dev.covet.web.server.carrier;

import dev.covet.web.http.Refusal;
import dev.covet.web.message.BodiesTooLarge;
import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.RequestBody;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way from the event loop, which puts chunks in, to the one thread that
 * reads it. Holds a bounded number of bytes, and no more memory than came, whatever was announced.
 * What it holds counts in the server's budget until it is read as a stream, or its request is over.
 */
public final class SocketBody implements RequestBody {
  private final long length;
  private final BodyBytesInFlight.Share share;
  private final BodyChunks chunks;
  private final BodyPace pace;

  /** All bytes, if they came before the reading thread started, which takes them. */
  private byte @Nullable [] whole;

  private volatile boolean collects;
  private boolean taken;

  /** The client waits to be told to send it. Touched on the loop alone, as the pace is. */
  private boolean expected;

  /**
   * Makes an empty body.
   *
   * @param length as the client says; -1 if unknown
   */
  public SocketBody(Carrier carrier, ServedApp served, long length) {
    this.length = length;
    this.share = served.bodies().new Share();
    this.chunks = new BodyChunks(carrier, share, served.limits().body().bodyBufferBytesMax());
    this.pace = new BodyPace(served.limits());
  }

  /** The client sends it only once it is told to, so that it is not waited for before. */
  public void expected(boolean expected) {
    this.expected = expected;
  }

  /** Whether the client waits to be told to send it. */
  public boolean expected() {
    return expected;
  }

  /**
   * The body came as a whole, as most do: it needs no queue. Called on the loop, before the reading
   * thread starts.
   *
   * @return false if the server holds too many bytes of bodies already
   */
  boolean whole(byte[] all) {
    if (!share.take(all.length)) return false;
    whole = all;
    chunks.end();
    return true;
  }

  /** Adds a chunk; false if the server holds too many bytes already. Called on the loop. */
  boolean add(byte[] chunk) {
    if (share.isOver()) return true; // nobody will read it
    pace.came(chunk.length);
    return chunks.add(chunk);
  }

  /** The request is over, and nobody holds the body any more; from any thread. */
  public void free() {
    share.end();
  }

  /** The body is complete; called on the loop. */
  public void end() {
    chunks.end();
  }

  /** The connection was closed before the body was complete; called on the loop. */
  public void breakOff() {
    chunks.breakOff();
  }

  /** Whether the connection ended before the body. */
  public boolean isBroken() {
    return chunks.isBroken();
  }

  /** Whether all of it came. */
  public boolean ended() {
    return chunks.ended();
  }

  /** Whether no chunk waits. */
  boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** Whether as much waits to be read as may. */
  public boolean full() {
    return chunks.full();
  }

  /** What waits to be read costs so many bytes, which is at least what it has. */
  public int waiting() {
    return chunks.cost();
  }

  /** Why the client is not waited for any more, or null. Called on the loop, with each tick. */
  @Nullable Refusal overdue(long now, boolean mayCome) {
    return pace.look(now, mayCome && !ended() && !share.isOver() && !expected && !full(), collects);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream stream(long bytesMax) {
    take();
    if (length > bytesMax) throw new BodyTooLarge(bytesMax);
    return new BodyStream(this::next, bytesMax);
  }

  @Override
  public byte[] collect(int bytesMax) {
    take();
    if (length > bytesMax) throw new BodyTooLarge(bytesMax);
    collects = true;
    var all = new byte[0];
    var size = 0;
    for (var chunk = next(); chunk != null; chunk = next()) {
      if (chunk.length > bytesMax - size) throw new BodyTooLarge(bytesMax);
      if (size == 0) {
        all = chunk;
      } else {
        all = grown(all, size + chunk.length);
        System.arraycopy(chunk, 0, all, size, chunk.length);
      }
      size += chunk.length;
    }
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  /** An array with room for so many bytes, and some more: at most half as many, or as announced. */
  private byte[] grown(byte[] all, int size) {
    if (size <= all.length) return all;
    var roomy = size + (long) size / 2;
    return Arrays.copyOf(all, (int) Math.min(roomy, length < size ? Integer.MAX_VALUE : length));
  }

  @Override
  public void keep(int bytes) {
    if (!share.take(bytes)) throw new BodiesTooLarge();
  }

  @Override
  public void release(int bytes) {
    share.giveBack(bytes);
  }

  private void take() {
    if (taken) throw new IllegalStateException("The body has already been read");
    taken = true;
  }

  /** The next bytes, or null at the end; waits for them. */
  private byte @Nullable [] next() {
    var all = whole;
    if (all == null) return chunks.next(collects);
    whole = null;
    if (!collects) share.giveBack(all.length);
    return all;
  }
}
