package dev.covet.base.loop;

/** A thread waited for its own event loop while it was pinned on it, so its wait was failed. */
public final class PinnedOnLoop extends IllegalStateException {
  private static final long serialVersionUID = 1;

  PinnedOnLoop() {
    super(
        "waits for the event loop on which it is pinned (by a class initialiser or a native frame)");
  }
}
