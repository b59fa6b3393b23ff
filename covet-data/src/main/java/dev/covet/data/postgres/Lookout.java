package dev.covet.data.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks after something again and again, on a thread of its own: a loop that stands still must not
 * keep others from their time limits. Thread-safe.
 */
final class Lookout {
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
      look.run();
      LockSupport.parkNanos(pause.toNanos());
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
