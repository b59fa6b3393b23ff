package dev.covet.web.server.carrier;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.SocketMessage;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages for a client between those who send them and the loop, until the client has taken them.
 * Holds a bounded number. Safe for use by many threads.
 */
final class SocketOutbox {
  /** What may wait beside the number of messages, in bytes. */
  private static final long BYTES_MAX = 1_048_576;

  private final int messagesMax;
  private final LoopWait wait;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<SocketMessage> line = new ConcurrentLinkedQueue<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean closed;

  SocketOutbox(int messagesMax, LoopWait wait) {
    this.messagesMax = messagesMax;
    this.wait = wait;
  }

  /** Whether another message may wait. */
  boolean hasRoom() {
    return messages.get() < messagesMax && bytes.get() < BYTES_MAX;
  }

  /** Waits until another message may wait, or none any more; those who wait have turns. */
  void awaitRoom() {
    if (closed || hasRoom()) return;
    try {
      turn.lockInterruptibly();
      try {
        wait.until(() -> closed || hasRoom());
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (!closed) throw new ClientGone("Interrupted while sending a message", e);
    }
  }

  /** Puts a message in line. */
  void add(SocketMessage message) {
    messages.incrementAndGet();
    bytes.addAndGet(message.bytes().length);
    line.add(message);
  }

  /** The next message to write, or null; called on the loop. */
  @Nullable SocketMessage poll() {
    return line.poll();
  }

  /** Whether something waits that is not written yet. */
  boolean isEmpty() {
    return line.isEmpty();
  }

  /** The client has taken a message, or never will; called on the loop. */
  void taken(SocketMessage message) {
    messages.decrementAndGet();
    bytes.addAndGet(-message.bytes().length);
    wait.signal();
  }

  /** No further message is put in line; whoever waits to do so gives up. */
  void close() {
    closed = true;
    wait.signal();
  }

  /** Drops what is not written yet. */
  void clear() {
    for (var each = line.poll(); each != null; each = line.poll()) taken(each);
  }
}
