package dev.covet.cli.dev;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is served at the moment. Thread-safe. */
final class Stage {
  /**
   * One state.
   *
   * @param version the newest version that runs; null if there was none yet
   * @param troubles why the newest edit does not run, or not in full; empty if it does
   * @param number differs from that of every other scene, also of a process before
   */
  record Scene(@Nullable Version version, List<Trouble> troubles, long number) {
    Scene {
      troubles = List.copyOf(troubles);
    }

    /** Whether there is nothing to show yet. */
    boolean isFirst() {
      return version == null && troubles.isEmpty();
    }
  }

  private Scene scene = new Scene(null, List.of(), System.currentTimeMillis());
  private boolean isClosed;

  synchronized Scene scene() {
    return scene;
  }

  /**
   * Has a version take over, unless this is closed.
   *
   * @param troubles what is wrong all the same
   * @return the version that nobody needs any more: the one of before, or this one
   */
  synchronized @Nullable Version show(Version version, List<Trouble> troubles) {
    if (isClosed) return version;
    var before = scene.version();
    set(version, troubles);
    return before;
  }

  /** Says why the newest edit does not run; the previous version keeps running. */
  synchronized void show(List<Trouble> troubles) {
    set(scene.version(), troubles);
  }

  private void set(@Nullable Version version, List<Trouble> troubles) {
    scene = new Scene(version, troubles, scene.number() + 1);
    notifyAll();
  }

  /**
   * Lets everybody go who waits for another scene, now and later; no version takes over any more.
   *
   * @return the last version
   */
  synchronized @Nullable Version close() {
    isClosed = true;
    notifyAll();
    return scene.version();
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  /** The number of the scene, once it is another one than a client has seen, or time is over. */
  synchronized long numberAfter(long seen, Duration most) {
    try {
      var end = System.nanoTime() + most.toNanos();
      for (var left = most.toNanos(); scene.number() == seen && !isClosed && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
      return scene.number();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return seen;
    }
  }
}
