package dev.covet.web.server;

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
  boolean take(long bytes) {
    if (held.addAndGet(bytes) <= bytesMax) return true;
    held.addAndGet(-bytes);
    return false;
  }

  /** Gives room back. */
  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }

  /** Bytes that are held now. */
  long held() {
    return held.get();
  }
}
