package dev.covet.web.server.carrier;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A moment until which several waits may last together.
 *
 * @param nanos as {@link System#nanoTime} has it
 */
public record TimeLeft(long nanos) {
  /** The time from now on. */
  public static TimeLeft in(Duration time) {
    return new TimeLeft(System.nanoTime() + time.toNanos());
  }

  /** What is left of the time, from 0. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  /** Waits for something to end, as long as there is time; whether it has, well or not. */
  public boolean await(Future<?> future) {
    return future.awaitUninterruptibly(left().toNanos(), TimeUnit.NANOSECONDS);
  }
}
