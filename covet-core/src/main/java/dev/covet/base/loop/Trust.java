package dev.covet.base.loop;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a route may run on an event loop. It starts on the JDK's scheduler and moves to the loop
 * after {@link #CLEAN_CALLS_MIN} calls in a row without a segment longer than {@link
 * #SEGMENT_NANOS_MAX}. It is demoted to the JDK's scheduler when more than about one in nine
 * segments is too long. It is set aside, with carriers that only such routes have, when the
 * watchdog sees a segment over {@link #STALL_NANOS_MAX} on a loop, or when two calls in a row had
 * one as long elsewhere. It is tried again after a pause that doubles. One for each route; safe for
 * use by many threads, and only read while a route behaves.
 */
public final class Trust {
  /** Calls in a row without a long segment that let a route onto the loop. */
  static final int CLEAN_CALLS_MIN = 50;

  /** The longest segment of a well-behaved route: 2 ms of wall time. */
  static final long SEGMENT_NANOS_MAX = 2_000_000;

  /** A segment as long as this moves the route off the loop at once: 100 ms. */
  static final long STALL_NANOS_MAX = 100_000_000;

  /** So many calls may stall beside the loop: the first one loads classes. */
  private static final int FIRST_STALLS_MAX = 1;

  private static final int BLAME_OF_LONG_SEGMENT = 8;
  private static final int BLAME_MAX = 64;
  private static final long PAUSE_NANOS_MIN = 10_000_000_000L;
  private static final long PAUSE_NANOS_MAX = 600_000_000_000L;
  private static final int PAUSE_DOUBLINGS_MAX = 6;

  private final String name;
  private final Kind kind;

  private volatile boolean onLoop;
  private volatile boolean beside;

  /** Rises by 8 with each long segment and sinks by 1 with each other one: a sliding window. */
  private final AtomicInteger blame = new AtomicInteger();

  private final AtomicInteger cleanCalls = new AtomicInteger();
  private final AtomicInteger stalls = new AtomicInteger();
  private final AtomicInteger demotions = new AtomicInteger();
  private volatile long pausedUntilNanos;
  private final AtomicBoolean reported = new AtomicBoolean();

  /**
   * Makes the trust of one route.
   *
   * @param name what a log line calls the route, {@code Class.method}
   * @param blocking whether it always runs on the blocking pool, as {@code @Blocking} says
   */
  public Trust(String name, boolean blocking) {
    this(name, blocking ? Kind.BLOCKING : Kind.EARNED);
  }

  private Trust(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  /** How a route comes to be trusted. */
  private enum Kind {
    /** By its calls. */
    EARNED,
    /** Not at all: it runs on the blocking pool. */
    BLOCKING,
    /** Not at all: it may be anything. */
    NEVER
  }

  /**
   * The trust of what may be anything: it never gets onto an event loop, and has from its first
   * call the carriers of those that were set aside.
   *
   * @param name what a log line calls it
   */
  public static Trust none(String name) {
    var none = new Trust(name, Kind.NEVER);
    none.beside = true;
    return none;
  }

  /**
   * The trust of what is on the event loops from its first call, as if it had behaved well before.
   * It can be lost as any other.
   *
   * @param name what a log line calls it
   */
  public static Trust earned(String name) {
    var earned = new Trust(name, false);
    earned.onLoop = true;
    return earned;
  }

  /** What a log line calls the route, {@code Class.method}. */
  public String name() {
    return name;
  }

  /** Whether the route always runs on the blocking pool. */
  public boolean blocking() {
    return kind == Kind.BLOCKING;
  }

  /** Whether the route runs on event loops at this moment. */
  public boolean onLoop() {
    return onLoop;
  }

  /** Whether the route is known to hold up what carries it. */
  boolean beside() {
    return beside;
  }

  /** How often the route was moved beside the event loops. */
  public int demotions() {
    return demotions.get();
  }

  /**
   * A segment on a loop has ended.
   *
   * @return whether it moved the route off the loop
   */
  boolean segmentEnded(long nanos) {
    if (nanos <= SEGMENT_NANOS_MAX) {
      if (blame.getPlain() > 0) blame.updateAndGet(now -> Math.max(0, now - 1));
      return false;
    }
    return blame.addAndGet(BLAME_OF_LONG_SEGMENT) >= BLAME_MAX && demote();
  }

  /**
   * A segment has ended that a loop did not carry. A call counts once, however many of its segments
   * are too long: the first one loads classes in each of them.
   *
   * @param longestNanos the longest segment of the same call before
   * @return whether it set the route aside
   */
  boolean segmentEndedElsewhere(long nanos, long longestNanos) {
    return nanos > STALL_NANOS_MAX
        && longestNanos <= STALL_NANOS_MAX
        && stalls.incrementAndGet() > FIRST_STALLS_MAX
        && setAside();
  }

  private synchronized boolean demote() {
    if (!onLoop) return false;
    onLoop = false;
    pause();
    return true;
  }

  /** Gives the route carriers of its own kind; false if it has them already. */
  synchronized boolean setAside() {
    if (beside) return false;
    onLoop = false;
    beside = true;
    pause();
    return true;
  }

  private void pause() {
    blame.set(0);
    stalls.set(0);
    cleanCalls.set(0);
    var doublings = Math.min(demotions.getAndIncrement(), PAUSE_DOUBLINGS_MAX);
    var pause = Math.min(PAUSE_NANOS_MIN << doublings, PAUSE_NANOS_MAX);
    pausedUntilNanos = System.nanoTime() + pause;
  }

  /** Whether this is the first demotion to be reported; true once. */
  boolean firstReport() {
    return reported.compareAndSet(false, true);
  }

  /**
   * A call has ended. One that stalls has short segments, too, so that only a whole call can say
   * that the route does not stall any more.
   *
   * @param longestNanos its longest segment
   */
  void callEnded(long longestNanos) {
    if (longestNanos <= STALL_NANOS_MAX && stalls.getPlain() > 0) stalls.set(0);
    if (onLoop || kind != Kind.EARNED) return;
    if (longestNanos > SEGMENT_NANOS_MAX) {
      cleanCalls.set(0);
    } else if (cleanCalls.incrementAndGet() >= CLEAN_CALLS_MIN && !paused()) {
      promote();
    }
  }

  private synchronized void promote() {
    stalls.set(0);
    beside = false;
    onLoop = true;
  }

  private boolean paused() {
    return demotions.get() > 0 && System.nanoTime() - pausedUntilNanos < 0;
  }
}
