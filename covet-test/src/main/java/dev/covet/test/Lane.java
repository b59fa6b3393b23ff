package dev.covet.test;

import dev.covet.web.message.SocketMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One direction of a WebSocket in memory. Safe for use by many threads. */
final class Lane {
  /** As many messages wait as a server lets wait. */
  private static final int MESSAGES_MAX = 64;

  private final ArrayDeque<SocketMessage> messages = new ArrayDeque<>();
  private boolean ended;

  /** Puts a message in, and waits for room; false if the lane has ended. */
  synchronized boolean put(SocketMessage message, Duration longest)
      throws InterruptedException, TimeoutException {
    await(() -> ended || messages.size() < MESSAGES_MAX, longest);
    return offer(message);
  }

  /** Puts a message in if there is room; whether it did. */
  synchronized boolean offer(SocketMessage message) {
    if (ended || messages.size() >= MESSAGES_MAX) return false;
    messages.add(message);
    notifyAll();
    return true;
  }

  /** The next message, which is waited for; null at the end. */
  synchronized @Nullable SocketMessage take(Duration longest)
      throws InterruptedException, TimeoutException {
    await(() -> ended || !messages.isEmpty(), longest);
    var next = messages.poll();
    notifyAll();
    return next;
  }

  private void await(BooleanSupplier what, Duration longest)
      throws InterruptedException, TimeoutException {
    var end = System.nanoTime() + longest.toNanos();
    while (!what.getAsBoolean()) {
      var left = end - System.nanoTime();
      if (left <= 0) throw new TimeoutException();
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /** No more come; those that are there are still taken. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** No more are taken, either. */
  synchronized void stop() {
    messages.clear();
    end();
  }
}
