package dev.covet.web.server.carrier;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time that a loop has to read what has come, before that is lost with the socket it came to.
 */
public final class LastLook {
  /** A loop that was held up for all of the time looks several times after that all the same. */
  private static final int LOOKS = 4;

  private LastLook() {}

  /**
   * Runs a task on a loop that has looked for input over this time; at once, if that is none.
   * Called on any thread.
   */
  public static void then(Runnable task, EventLoop loop, Duration time) {
    then(task, loop, time.isZero() ? 0 : LOOKS, time.toNanos() / LOOKS);
  }

  private static void then(Runnable task, EventLoop loop, int looks, long nanos) {
    if (looks == 0) {
      task.run();
    } else {
      var _ = loop.schedule(() -> then(task, loop, looks - 1, nanos), nanos, TimeUnit.NANOSECONDS);
    }
  }
}
