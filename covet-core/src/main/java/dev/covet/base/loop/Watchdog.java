package dev.covet.base.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every loop from outside. A segment of over 100 ms moves its route beside the loop, and
 * its stack is logged; the segments that wait behind it go elsewhere, and the loop gets a rest; a
 * thread that waits, pinned, for the loop it stands on has its wait failed.
 */
final class Watchdog implements AutoCloseable {
  /** Time between two looks, in nanoseconds: 25 ms. */
  private static final long TICK_NANOS = 25_000_000;

  /** A look that comes later than this, after 75 ms, means that the whole process stood still. */
  private static final long LATE_NANOS = 3 * TICK_NANOS;

  private final List<Loop> loops;
  private final Threads threads;
  private final Thread thread;
  private final Map<Loop, Pinned> pinned = new HashMap<>();
  private volatile boolean closed;

  /** Since when the process has been running without a halt, as far as the looks can tell. */
  private long runningNanos = System.nanoTime();

  Watchdog(List<Loop> loops, Threads threads) {
    this.loops = List.copyOf(loops);
    this.threads = threads;
    this.thread = Thread.ofPlatform().daemon().name("covet-watchdog").unstarted(this::watch);
  }

  /**
   * A wait that was seen while its thread held up the loop.
   *
   * @param segmentNanos when the segment began, so that another one is not taken for it
   */
  private record Pinned(RequestThread request, LoopWait place, long segmentNanos) {
    boolean isStill(Pinned before) {
      return before.request == request
          && before.place == place
          && before.segmentNanos == segmentNanos;
    }
  }

  void start() {
    thread.start();
  }

  private void watch() {
    var last = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(TICK_NANOS);
      var now = System.nanoTime();
      if (now - last > LATE_NANOS) runningNanos = now;
      last = now;
      loops.forEach(loop -> look(loop, now));
    }
  }

  private void look(Loop loop, long now) {
    var request = loop.carried();
    if (request == null || now - since(request) < Trust.STALL_NANOS_MAX) {
      pinned.remove(loop);
      return;
    }
    var stack =
        request.trust().beside() ? null : new SegmentTooLong(request.thread().getStackTrace());
    var wait = loop.pinnedWait();
    if (loop.carried() == request) {
      heldUp(loop, request, stack);
      failIfPinned(loop, request, wait);
    }
  }

  /** A halt of the whole process, as for a garbage collection, is no route's fault. */
  private long since(RequestThread request) {
    var segment = request.segmentNanos();
    return segment - runningNanos > 0 ? segment : runningNanos;
  }

  private void heldUp(Loop loop, RequestThread request, @Nullable SegmentTooLong stack) {
    loop.rest();
    if (request.trust().setAside()) {
      threads.demoted(request.trust(), stack);
    }
    loop.giveAway(threads.carriers());
  }

  /** Only a wait seen twice is one that stays: a thread may be about to leave the loop. */
  private void failIfPinned(Loop loop, RequestThread request, @Nullable LoopWait wait) {
    if (wait == null) {
      pinned.remove(loop);
      return;
    }
    var seen = new Pinned(request, wait, request.segmentNanos());
    var before = pinned.put(loop, seen);
    if (before != null && seen.isStill(before)) {
      wait.fail();
    }
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
