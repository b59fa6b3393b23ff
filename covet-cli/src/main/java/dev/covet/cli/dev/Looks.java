package dev.covet.cli.dev;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests wait until the files were looked at after they came, and what has changed runs:
 * whoever saves a file and then asks gets an answer of what was saved. Thread-safe.
 */
final class Looks {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition done = lock.newCondition();
  private long asked;
  private long answered;
  private boolean isOver;

  /**
   * Waits for a look that begins now or later, and for all that follows from it. Requests that come
   * while a look is under way share the next one.
   */
  void await(Duration most) {
    lock.lock();
    try {
      var mine = ++asked;
      wanted.signal();
      var left = most.toNanos();
      while (answered < mine && !isOver && left > 0) left = done.awaitNanos(left);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until somebody asks, or some time is over; returns what {@link #done} takes. */
  long next(Duration most) throws InterruptedException {
    lock.lock();
    try {
      var left = most.toNanos();
      while (asked == answered && !isOver && left > 0) left = wanted.awaitNanos(left);
      return asked;
    } finally {
      lock.unlock();
    }
  }

  /** Lets those go on who asked before a look. */
  void done(long looked) {
    lock.lock();
    try {
      answered = looked;
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    lock.lock();
    try {
      return isOver;
    } finally {
      lock.unlock();
    }
  }

  /** No more looks: everybody goes on. */
  void close() {
    lock.lock();
    try {
      isOver = true;
      wanted.signalAll();
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
