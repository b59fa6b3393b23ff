package dev.covet.base.loop;

/**
 * For how long one loop has been held up by the segment it runs now, told from looks at it. A look
 * that comes late means that the whole process stood still, as for a garbage collection, which is
 * no route's fault: it counts as one look in time, however late it is. Used by one thread.
 */
final class SegmentWatch {
  /** Time between two looks, in nanoseconds: 25 ms. */
  static final long TICK_NANOS = 25_000_000;

  /** A look after more than this, 75 ms, is late. */
  private static final long LATE_NANOS = 3 * TICK_NANOS;

  private long lastNanos;
  private long begunNanos;
  private long heldNanos;

  /** Begins at a moment, which stands for the first look. */
  SegmentWatch(long nowNanos) {
    lastNanos = nowNanos;
    begunNanos = nowNanos;
  }

  /**
   * Takes a look.
   *
   * @param begunNanos when the segment began that the loop runs, which tells it from any other one;
   *     this moment if it runs none
   * @param nowNanos this moment
   * @return for how long the segment has run while the process did, in nanoseconds
   */
  long look(long begunNanos, long nowNanos) {
    var gap = nowNanos - lastNanos;
    var ran = gap > LATE_NANOS ? TICK_NANOS : gap;
    heldNanos =
        begunNanos == this.begunNanos ? heldNanos + ran : Math.min(ran, nowNanos - begunNanos);
    this.begunNanos = begunNanos;
    lastNanos = nowNanos;
    return heldNanos;
  }
}
