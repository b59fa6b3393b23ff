package dev.covet.web.server.http1;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/**
 * Counts, while it is wanted, every 25 ms in which an event loop has looked for input. A clock goes
 * on while the loop stands still and what has come waits for it; this does not. Used on that loop
 * alone.
 */
final class LoopBeat {
  private static final long MILLIS = 25;

  /** What was not there in the beats between did not come together: 50 to 75 ms. */
  private static final int APART = 3;

  private int count;
  private int wanted;

  int count() {
    return count;
  }

  /** Whether it is so long since a beat that what is seen now came by itself. */
  boolean isLaterThan(int beat) {
    return count - beat >= APART;
  }

  /** Goes on for as long as {@link #isLaterThan} may be asked about now. */
  void goOn(EventLoop loop) {
    if (wanted == 0) next(loop);
    wanted = APART;
  }

  private void next(EventLoop loop) {
    var _ =
        loop.schedule(
            () -> {
              count++;
              wanted--;
              if (wanted > 0) next(loop);
            },
            MILLIS,
            TimeUnit.MILLISECONDS);
  }
}
