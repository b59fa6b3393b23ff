package dev.covet.web.message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What carries the messages of one WebSocket (RFC 6455): a connection, or a test. One thread takes
 * messages; all else is for any thread.
 */
public interface SocketLine {
  /**
   * The next message, which is waited for; null once the other side sends no more.
   *
   * @throws ClientGone if the thread is interrupted while it waits
   */
  @Nullable SocketMessage next();

  /**
   * Sends a message, and waits while the other side has too many to take already.
   *
   * @throws SocketClosed if it is closed
   * @throws ClientGone if the thread is interrupted while it waits
   */
  void send(SocketMessage message);

  /**
   * Sends a message, and never waits: a socket whose other side has too many to take already is
   * closed with 1013.
   *
   * @return whether the message is on its way
   */
  boolean offer(SocketMessage message);

  /**
   * Closes it behind what was sent, unless it is closed already.
   *
   * @param code a status that an endpoint may send (RFC 6455, 7.4)
   * @param reason at most 123 bytes of UTF-8
   */
  void close(int code, String reason);

  /** Closes it as {@link #close} does, a while from now; the time may be over already. */
  default void closeIn(Duration time, int code, String reason) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> close(code, reason));
  }

  /** How it was closed, or null as long as it is open. */
  @Nullable SocketEnd end();

  /**
   * Has something done once it is closed, however that comes about; at once if it is. That is on
   * whatever thread closes it, so it must not block.
   */
  void onEnd(Runnable then);

  /** Does something that may block where nobody has to wait for it. */
  default void apart(Runnable task) {
    task.run();
  }

  /** Has something not done any more that was to be done at the end. */
  void notOnEnd(Runnable then);
}
