package dev.covet.web.server;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A moment until which several waits may last together.
 *
 * @param nanos as {@link System#nanoTime} has it
 */
record TimeLeft(long nanos) {
  static TimeLeft in(Duration time) {
    return new TimeLeft(System.nanoTime() + time.toNanos());
  }

  /** What is left of the time, from 0. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  /** Waits for something to end, as long as there is time; whether it has, well or not. */
  boolean await(Future<?> future) {
    return future.awaitUninterruptibly(left().toNanos(), TimeUnit.NANOSECONDS);
  }
}
