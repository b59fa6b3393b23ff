package dev.covet.web.server.carrier;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits how many bytes of bodies all requests of a server hold together. Safe for use by many
 * threads.
 */
final class BodyBytesInFlight {
  private static final int HEAP_PARTS = 4;

  private final long bytesMax;
  private final AtomicLong held = new AtomicLong();

  BodyBytesInFlight(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** How many there may be unless an operator says otherwise: a quarter of the heap. */
  static long usualMax() {
    return Runtime.getRuntime().maxMemory() / HEAP_PARTS;
  }

  /** Takes room for bytes that came; false if there is none, and then none is taken. */
  private boolean take(long bytes) {
    if (held.addAndGet(bytes) <= bytesMax) return true;
    held.addAndGet(-bytes);
    return false;
  }

  /** Bytes that are held now. */
  long held() {
    return held.get();
  }

  /** What one body holds of them, until it is over. Safe for use by many threads. */
  final class Share {
    private long bytes;
    private volatile boolean over;

    /** Takes room for bytes that came, but for those of a body that is over; false for none. */
    synchronized boolean take(int more) {
      if (over) return true;
      if (!BodyBytesInFlight.this.take(more)) return false;
      bytes += more;
      return true;
    }

    /** Gives room back, if it was not before. */
    synchronized void giveBack(int fewer) {
      var back = Math.min(bytes, fewer);
      bytes -= back;
      if (back != 0) held.addAndGet(-back);
    }

    /** The body is over, and nobody holds it any more. */
    synchronized void end() {
      over = true;
      if (bytes != 0) held.addAndGet(-bytes);
      bytes = 0;
    }

    boolean isOver() {
      return over;
    }
  }
}
