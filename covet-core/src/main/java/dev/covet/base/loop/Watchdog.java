package dev.covet.base.loop;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every loop from outside. A segment of over 100 ms moves its route beside the loop, and
 * its stack is logged; the segments that wait behind it go elsewhere, and the loop gets a rest; a
 * thread that waits, pinned, for the loop it stands on has its wait failed. A loop that carries
 * nobody, and lets segments wait all the same, may be waiting for one of them: those go elsewhere,
 * too.
 */
final class Watchdog implements AutoCloseable {
  private final Map<Loop, SegmentWatch> loops = new LinkedHashMap<>();
  private final Threads threads;
  private final Thread thread;
  private final Map<Loop, Pinned> pinned = new HashMap<>();
  private final Map<Loop, Waiting> waiting = new HashMap<>();
  private volatile boolean closed;

  Watchdog(List<Loop> loops, Threads threads) {
    var now = System.nanoTime();
    loops.forEach(loop -> this.loops.put(loop, new SegmentWatch(now)));
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

  /**
   * A loop that carried nobody while threads were in line.
   *
   * @param turns as often as it had turned to them
   * @param looks that saw it so, one after another
   */
  private record Waiting(int turns, int looks) {
    /** Each of them comes after a pause of 25 ms. */
    private static final int LOOKS_MAX = 4;

    Waiting again() {
      return new Waiting(turns, looks + 1);
    }

    boolean isTooLong() {
      return looks > LOOKS_MAX;
    }
  }

  void start() {
    thread.start();
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(SegmentWatch.TICK_NANOS);
      loops.forEach(this::look);
    }
  }

  private void look(Loop loop, SegmentWatch watch) {
    var request = loop.carried();
    var now = System.nanoTime();
    var held = watch.look(request == null ? now : request.segmentNanos(), now);
    lookAtLine(loop, request == null && loop.isAwaited());
    if (request == null || held < Trust.STALL_NANOS_MAX) {
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

  /**
   * The loop's own thread may stand at a lock behind a thread that only it carries: then neither
   * would ever go on.
   */
  private void lookAtLine(Loop loop, boolean waits) {
    var turns = loop.turns();
    var before = waiting.get(loop);
    if (!waits) {
      waiting.remove(loop);
    } else if (before == null || before.turns() != turns) {
      waiting.put(loop, new Waiting(turns, 1));
    } else if (!before.again().isTooLong()) {
      waiting.put(loop, before.again());
    } else {
      waiting.remove(loop);
      var where = loop.stack();
      loop.rest();
      loop.giveAway(threads.carriers());
      threads.stoodStill(where); // at last: a log that stands still must not keep them waiting
    }
  }

  private void heldUp(Loop loop, RequestThread request, @Nullable SegmentTooLong stack) {
    loop.rest();
    if (request.trust().setAside()) threads.demoted(request.trust(), stack);
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
    if (before != null && seen.isStill(before) && wait.fail()) threads.waitFailed();
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
      super("the thread had been running for over 100 ms and was here", null, false, true);
      setStackTrace(stack);
    }
  }
}
