package dev.covet.data.postgres;

import dev.covet.base.observe.LoggedFault;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after something again and again, on a thread of its own: a loop that stands still must not
 * keep others from their time limits. Thread-safe.
 */
final class Lookout {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  private final Duration pause;
  private final Runnable look;
  private final Thread thread;
  private volatile boolean isOver;

  /**
   * One that has not begun.
   *
   * @param name of the thread
   * @param pause between two looks
   */
  Lookout(String name, Duration pause, Runnable look) {
    this.pause = pause;
    this.look = look;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  void begin() {
    thread.start();
  }

  private void run() {
    while (!isOver) {
      lookOnce();
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  /** What goes wrong in one look is our fault, and must not end all later ones. */
  private void lookOnce() {
    try {
      look.run();
    } catch (RuntimeException fault) {
      LOG.atError()
          .setCause(LoggedFault.of(fault))
          .addKeyValue("thread", thread.getName())
          .log("look_failed");
    }
  }

  /** Has it look without waiting for the end of the pause. */
  void lookNow() {
    LockSupport.unpark(thread);
  }

  /** Has it look no more. */
  void end() {
    isOver = true;
    lookNow();
  }
}
