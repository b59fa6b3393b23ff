package dev.covet.cli.dev;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Scene scene = new Scene(null, List.of(), System.currentTimeMillis());
  private boolean isClosed;

  Scene scene() {
    lock.lock();
    try {
      return scene;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has a version take over, unless this is closed.
   *
   * @param troubles what is wrong all the same
   * @return the version that nobody needs any more: the one of before, or this one
   */
  @Nullable Version show(Version version, List<Trouble> troubles) {
    lock.lock();
    try {
      if (isClosed) return version;
      var before = scene.version();
      set(version, troubles);
      return before;
    } finally {
      lock.unlock();
    }
  }

  /** Says why the newest edit does not run; the previous version keeps running. */
  void show(List<Trouble> troubles) {
    lock.lock();
    try {
      set(scene.version(), troubles);
    } finally {
      lock.unlock();
    }
  }

  private void set(@Nullable Version version, List<Trouble> troubles) {
    scene = new Scene(version, troubles, scene.number() + 1);
    changed.signalAll();
  }

  /**
   * Lets everybody go who waits for another scene, now and later; no version takes over any more.
   *
   * @return the last version
   */
  @Nullable Version close() {
    lock.lock();
    try {
      isClosed = true;
      changed.signalAll();
      return scene.version();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the scene, once it is another one than a client has seen, or time is over. */
  long numberAfter(long seen, Duration most) {
    lock.lock();
    try {
      var left = most.toNanos();
      while (scene.number() == seen && !isClosed && left > 0) left = changed.awaitNanos(left);
      return scene.number();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return seen;
    } finally {
      lock.unlock();
    }
  }
}
