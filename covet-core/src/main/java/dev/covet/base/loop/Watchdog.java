package dev.covet.base.loop;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at every loop from outside. A segment of over 100 ms moves its route off the loop, and its
 * stack is logged; the segments that wait behind it go to the JDK's scheduler; a thread that waits,
 * pinned, for the loop it stands on has its wait failed.
 */
final class Watchdog implements AutoCloseable {
  /** Time between two looks, in milliseconds. */
  private static final int TICK_MILLIS = 25;

  private final List<Loop> loops;
  private final Threads threads;
  private final Thread thread;
  private volatile boolean closed;

  Watchdog(List<Loop> loops, Threads threads) {
    this.loops = List.copyOf(loops);
    this.threads = threads;
    this.thread = Thread.ofPlatform().daemon().name("covet-watchdog").unstarted(this::watch);
  }

  void start() {
    thread.start();
  }

  private void watch() {
    while (!closed) {
      loops.forEach(this::look);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
    }
  }

  private void look(Loop loop) {
    var request = loop.carried();
    if (request == null || System.nanoTime() - request.segmentNanos() < Trust.STALL_NANOS_MAX) {
      return;
    }
    var stack = new SegmentTooLong(request.thread().getStackTrace());
    var wait = loop.pinnedWait();
    if (loop.carried() != request) {
      return;
    }
    if (request.trust().demote()) {
      threads.demoted(request.trust(), stack);
    }
    if (wait != null) {
      wait.fail();
    }
    loop.giveAway(threads.jdkScheduler());
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Carries the stack of a segment into the log; never thrown. */
  private static final class SegmentTooLong extends Exception {
    private static final long serialVersionUID = 1;

    SegmentTooLong(StackTraceElement[] stack) {
      super("a segment of over 100 ms stood here", null, false, true);
      setStackTrace(stack);
    }
  }
}
