package dev.covet.base.loop;

/** All threads of a pool are busy and its queue is full, or it is closed. */
public final class PoolFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  PoolFull(String pool) {
    super("the pool " + pool + " is full");
  }
}
