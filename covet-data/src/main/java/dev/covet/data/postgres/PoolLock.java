package dev.covet.data.postgres;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The lock of a pool. An event loop never stands in its line: a thread that it carries could be
 * before it, and would not go on before the loop does. Nothing is done with the lock that waits.
 */
final class PoolLock {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition allBack = lock.newCondition();

  void enter() {
    if (Thread.currentThread().isVirtual()) {
      lock.lock();
    } else {
      while (!lock.tryLock()) Thread.onSpinWait();
    }
  }

  void leave() {
    lock.unlock();
  }

  <R> R in(Supplier<R> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  void in(Runnable work) {
    in(() -> {
      work.run();
      return true;
    });
  }

  /** Tells whoever closes the pool that a connection is back, or did not come about. */
  void tell() {
    allBack.signalAll();
  }

  /** Waits, without the lock, until something holds of which it is told; for a bounded time. */
  void await(BooleanSupplier condition, Duration most) throws InterruptedException {
    for (var nanos = most.toNanos(); !condition.getAsBoolean() && nanos > 0; ) {
      nanos = allBack.awaitNanos(nanos);
    }
  }
}
