package dev.covet.base.loop;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The virtual thread of one request and its scheduler. The JDK hands a scheduler every segment of
 * its threads; the first task it ever sees is the request's own continuation, which goes where the
 * route's {@link Trust} and the state of its loop say at that moment. Every other task belongs to a
 * thread that the handler started (it inherits this scheduler), and goes to the JDK's scheduler, so
 * that fan-out runs in parallel.
 */
final class RequestThread implements Executor, Runnable {
  private final Threads threads;
  private final Loop loop;
  private final Trust trust;
  private final Thread thread;
  private @Nullable Runnable continuation;
  private long longestNanos;
  private volatile boolean ended;

  /**
   * Whether the loop runs its segment. Written by whoever runs a segment, before it begins, and
   * read by that segment alone: a thread that has parked may go on elsewhere before the loop is
   * done with the segment that parked.
   */
  private boolean onLoop;

  /** When the segment that runs now began; only meaningful while a loop carries it. */
  private volatile long segmentNanos;

  RequestThread(Threads threads, LoopThreads maker, Loop loop, Trust trust, Runnable work) {
    this.threads = threads;
    this.loop = loop;
    this.trust = trust;
    this.thread =
        maker.newThread(
            this,
            () -> {
              try {
                work.run();
              } finally {
                ended = true;
              }
            });
  }

  Thread thread() {
    return thread;
  }

  /** Whether the calling thread is this one, and the loop carries it. */
  boolean isOnLoop() {
    return thread.equals(Thread.currentThread()) && onLoop;
  }

  Trust trust() {
    return trust;
  }

  long segmentNanos() {
    return segmentNanos;
  }

  /**
   * Starts the thread; on a trusted route its first segment runs before this returns. Called on the
   * loop.
   */
  void start() {
    thread.start();
    if (goesToLoop()) {
      run();
    } else {
      elsewhere().execute(this);
    }
  }

  private boolean goesToLoop() {
    return trust.onLoop() && !loop.rests();
  }

  /** The JDK's scheduler has few carriers, so no route that may have held up a loop gets them. */
  private Executor elsewhere() {
    return trust.onLoop() || trust.beside() ? threads.carriers() : threads.jdkScheduler();
  }

  @Override
  public void execute(Runnable task) {
    if (continuation == null) {
      continuation = task;
    } else if (!task.equals(continuation)) {
      threads.jdkScheduler().execute(task);
    } else if (goesToLoop()) {
      loop.line(this, threads.carriers());
    } else {
      elsewhere().execute(this);
    }
  }

  /** Runs one segment, on the loop or on a thread of the JDK's scheduler. */
  @Override
  public void run() {
    var segment = continuation;
    if (segment == null) throw new IllegalStateException("not started");
    var here = loop.events().inEventLoop();
    var start = System.nanoTime();
    onLoop = here;
    if (here) {
      segmentNanos = start;
      loop.carry(this, segment);
    } else {
      segment.run();
    }
    segmentEnded(System.nanoTime() - start, here);
  }

  private void segmentEnded(long nanos, boolean onLoop) {
    var longestBefore = longestNanos;
    longestNanos = Math.max(longestNanos, nanos);
    if (onLoop && nanos > Trust.STALL_NANOS_MAX) {
      loop.rest();
      threads.stalled();
    }
    var demoted =
        onLoop ? trust.segmentEnded(nanos) : trust.segmentEndedElsewhere(nanos, longestBefore);
    if (demoted) threads.demoted(trust, null);
    if (ended) trust.callEnded(longestNanos);
  }
}
