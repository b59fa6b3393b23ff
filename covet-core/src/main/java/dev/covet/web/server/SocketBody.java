package dev.covet.web.server;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.http.Refusal;
import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.RequestBody;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way from the event loop, which puts chunks in, to the one thread that
 * reads it. Holds a bounded number of bytes, and no more memory than came, whatever was announced;
 * while it is full its carrier takes no more. What it holds counts in the server's budget until it
 * is read as a stream, or its request is over.
 */
final class SocketBody implements RequestBody {
  /** What a chunk costs beside its bytes, so that many tiny ones count. */
  private static final int CHUNK_COST_BYTES = 64;

  private final long length;
  private final Carrier carrier;
  private final BodyBytesInFlight budget;
  private final int bufferBytesMax;
  private final LoopWait wait;
  private final Queue<byte[]> chunks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger buffered = new AtomicInteger();

  /** What counts in the server's budget. */
  private final AtomicLong charged = new AtomicLong();

  /** All bytes, if they came before the reading thread started, which takes them. */
  private byte @Nullable [] whole;

  private volatile boolean ended;
  private volatile boolean broken;
  private volatile boolean freed;
  private volatile boolean collects;
  private boolean taken;

  /** The client waits to be told to send it. Touched on the loop alone, as what is below. */
  private boolean expected;

  private final BodyPace pace;

  /**
   * Makes an empty body.
   *
   * @param length as the client says; -1 if unknown
   */
  SocketBody(Carrier carrier, Admission admission, long length) {
    this.carrier = carrier;
    this.pace = new BodyPace(admission.limits());
    this.budget = admission.budget();
    this.length = length;
    this.bufferBytesMax = admission.limits().body().bodyBufferBytesMax();
    this.wait = new LoopWait(carrier.loop());
  }

  /** The client sends it only once it is told to, so that it is not waited for before. */
  void expected(boolean expected) {
    this.expected = expected;
  }

  /** Whether the client waits to be told to send it. */
  boolean expected() {
    return expected;
  }

  /**
   * The body came as a whole, as most do: it needs no queue. Called on the loop, before the reading
   * thread starts.
   *
   * @return false if the server holds too many bytes of bodies already
   */
  boolean whole(byte[] all) {
    if (!charge(all.length)) return false;
    whole = all;
    ended = true;
    return true;
  }

  /** Adds a chunk; false if the server holds too many bytes already. Called on the loop. */
  boolean add(byte[] chunk) {
    if (freed) return true; // nobody will read it
    pace.came(chunk.length);
    var cost = chunk.length + CHUNK_COST_BYTES;
    if (!charge(cost)) return false;
    buffered.addAndGet(cost);
    chunks.add(chunk);
    wait.signal();
    return true;
  }

  /** Takes room in the budget; a body that is over gives it back at once. */
  private boolean charge(int bytes) {
    if (!budget.take(bytes)) return false;
    charged.addAndGet(bytes);
    if (freed) free();
    return true;
  }

  private void giveBack(int bytes) {
    var before = charged.getAndUpdate(now -> Math.max(0, now - bytes));
    budget.giveBack(Math.min(before, bytes));
  }

  /** The request is over, and nobody holds the body any more; from any thread. */
  void free() {
    freed = true;
    var rest = charged.getAndSet(0);
    if (rest != 0) budget.giveBack(rest);
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

  /** Why the client is not waited for any more, or null. Called on the loop, with each tick. */
  @Nullable Refusal overdue(long now) {
    return pace.look(now, !ended && !freed && !expected && !full(), collects);
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

  private void take() {
    if (taken) throw new IllegalStateException("The body has already been read");
    taken = true;
  }

  /** The next bytes, or null at the end; waits for them. */
  byte @Nullable [] next() {
    var all = whole;
    if (all != null) {
      whole = null;
      if (!collects) giveBack(all.length);
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
    carrier.bodyWanted();
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

  /** A chunk was taken out; what is collected is still held. */
  private void release(byte[] chunk) {
    var cost = chunk.length + CHUNK_COST_BYTES;
    giveBack(collects ? CHUNK_COST_BYTES : cost);
    var before = buffered.getAndAdd(-cost);
    if (before >= bufferBytesMax && before - cost < bufferBytesMax) {
      carrier.bodyWanted();
    }
  }
}
