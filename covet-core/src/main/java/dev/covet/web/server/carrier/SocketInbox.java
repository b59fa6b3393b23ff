package dev.covet.web.server.carrier;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.message.ClientGone;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a client between the loop, which puts them in, and the one thread that takes them.
 * Holds a bounded number: while it is full its connection is not read. What they cost counts in the
 * server's budget of bodies until the next one is taken.
 */
final class SocketInbox {
  /** What a message costs beside its bytes, so that many tiny ones count. */
  private static final int MESSAGE_COST_BYTES = 64;

  private final ServerLimits limits;
  private final BodyBytesInFlight.Share share;
  private final LoopWait wait;

  /** Is told that there is room again. */
  private final Runnable roomy;

  /** Guarded by this, as the next one. */
  private final ArrayDeque<Arrived> line = new ArrayDeque<>(0);

  private int bytes;

  /** What the message costs that the handler has now. Touched by its thread alone. */
  private int given;

  private volatile boolean ended;

  /** The handler has asked for a message. */
  private volatile boolean asked;

  SocketInbox(ServerLimits limits, BodyBytesInFlight.Share share, LoopWait wait, Runnable roomy) {
    this.limits = limits;
    this.share = share;
    this.wait = wait;
    this.roomy = roomy;
  }

  /**
   * A message as it came.
   *
   * @param bytes deflated or not
   */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  record Arrived(boolean isText, boolean deflated, byte[] bytes) {
    int cost() {
      return bytes.length + MESSAGE_COST_BYTES;
    }
  }

  /** Takes room for bytes that came; false if the server holds too many already. */
  boolean take(int count) {
    return share.take(count);
  }

  /** Gives room back. */
  void giveBack(int count) {
    share.giveBack(count);
  }

  /** Adds a message, for whose bytes there is room; false for none. Called on the loop. */
  boolean add(Arrived message) {
    if (!share.take(MESSAGE_COST_BYTES)) return false;
    synchronized (this) {
      line.add(message);
      bytes += message.cost();
    }
    wait.signal();
    return true;
  }

  /** Whether as many wait as may. */
  synchronized boolean full() {
    return line.size() >= limits.sockets().queueMessagesMax()
        || (!line.isEmpty() && bytes >= limits.body().bodyBufferBytesMax());
  }

  /** Whether the handler has ever asked for a message. */
  boolean asked() {
    return asked;
  }

  /** No more come; what is there is still taken. */
  void end() {
    ended = true;
    wait.signal();
  }

  /** No more are taken, either. */
  void stop() {
    synchronized (this) {
      line.forEach(each -> share.giveBack(each.cost()));
      line.clear();
      bytes = 0;
    }
    end();
  }

  private synchronized boolean isEmpty() {
    return line.isEmpty();
  }

  /** The next message, which is waited for; null at the end. */
  @Nullable Arrived next() {
    asked = true;
    share.giveBack(given);
    given = 0;
    try {
      wait.until(() -> ended || !isEmpty());
    } catch (InterruptedException e) {
      if (ended) return polled();
      Thread.currentThread().interrupt();
      throw new ClientGone("Interrupted while waiting for a message", e);
    }
    return polled();
  }

  private @Nullable Arrived polled() {
    Arrived next;
    boolean isRoomy;
    synchronized (this) {
      var wasFull = full();
      next = line.poll();
      if (next == null) return null;
      bytes -= next.cost();
      given = next.cost();
      isRoomy = wasFull && !full();
    }
    if (isRoomy) roomy.run();
    return next;
  }

  /** The message that was taken costs more than was known; false if there is no room for that. */
  boolean grown(int more) {
    if (!share.take(more)) return false;
    given += more;
    return true;
  }

  /** Nobody holds anything any more. */
  void free() {
    share.end();
  }
}
