package dev.covet.web.server.carrier;

/**
 * Notices that a client takes nothing of what waits for it, whatever is written meanwhile. Used on
 * one loop.
 */
public final class WriteStall {
  private final long nanosMax;
  private Taken taken = Taken.ALL;
  private long sinceNanos;

  /** For one connection. */
  public WriteStall(ServerLimits.Times times) {
    this.nanosMax = (long) (times.writeStallSecondsMax() * 1e9);
  }

  /** Looks how far the client is, with each tick; whether it has taken nothing for too long. */
  public boolean look(long now, Taken far) {
    var isStill = far.waits() && far.equals(taken);
    taken = far;
    if (!isStill) sinceNanos = now;
    return isStill && now - sinceNanos > nanosMax;
  }

  /** Whether something waited when this was last looked at. */
  public boolean waits() {
    return taken.waits();
  }
}
