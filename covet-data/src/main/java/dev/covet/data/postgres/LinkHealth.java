package dev.covet.data.postgres;

/** What is known of a connection. One thread at a time uses that; any may ask this. */
final class LinkHealth {
  private final long openedNanos = System.nanoTime();
  private volatile long usedNanos = openedNanos;
  private volatile boolean isUnusable;
  private volatile boolean hasRefusedWrites;
  private volatile boolean isStale;

  /** A transaction has it that asks for reading alone, so that a refusal says nothing else. */
  private boolean isSnapshot;

  /** It is closed, or is to be used for nothing else. */
  void ends() {
    isUnusable = true;
  }

  /** A transaction begins on it. */
  void begins(boolean readsAlone) {
    isSnapshot = readsAlone;
  }

  /** A statement has failed on it. */
  void failed(Throwable cause) {
    if (PostgresErrors.isStale(cause)) isStale = isUnusable = true;
    if (PostgresErrors.isReadOnly(cause) && !isSnapshot) hasRefusedWrites = true;
  }

  /** It is given back. */
  void used() {
    isSnapshot = false;
    usedNanos = System.nanoTime();
  }

  /** Whether it can be used for something else. */
  boolean isUsable() {
    return !isUnusable;
  }

  /** Whether the server has refused to write. */
  boolean hasRefusedWrites() {
    return hasRefusedWrites;
  }

  /** Whether tables were changed, so that what is prepared on other connections is stale, too. */
  boolean isStale() {
    return isStale;
  }

  /** Whether it was opened before a moment of {@link System#nanoTime}. */
  boolean isOlderThan(long nanos) {
    return openedNanos - nanos < 0;
  }

  /** How long nobody has used it. */
  long idleNanos() {
    return System.nanoTime() - usedNanos;
  }
}
