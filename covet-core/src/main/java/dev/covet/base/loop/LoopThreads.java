package dev.covet.base.loop;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes virtual threads that run where an {@link Executor} of ours says. The JDK has no public way
 * to do this, so this is the one file with reflection: it needs {@code java.lang} opened to it,
 * tries the internals once at start, and where they are closed or have changed there are no such
 * threads.
 */
final class LoopThreads {
  /** The bit that keeps a new thread from copying its maker's thread locals. */
  private static final int NO_THREAD_LOCALS_INHERITED = 1 << 2;

  /** Longest wait for the thread that tries the internals, in seconds. */
  private static final int PROBE_SECONDS_MAX = 2;

  private final MethodHandle newThread;
  private final Executor jdkScheduler;

  private LoopThreads(MethodHandle newThread, Executor jdkScheduler) {
    this.newThread = newThread;
    this.jdkScheduler = jdkScheduler;
  }

  /**
   * What was found of the JDK's internals.
   *
   * @param threads how to make the threads, or empty
   * @param why one clause for the start line if they are empty
   */
  record Found(Optional<LoopThreads> threads, String why) {}

  static Found find() {
    return find("java.lang.ThreadBuilders");
  }

  /** Looks for the internals in a class of this name, so that a test can hide them. */
  static Found find(String builders) {
    try {
      var threads = open(builders);
      return threads.works()
          ? new Found(Optional.of(threads), "")
          : new Found(Optional.empty(), "the JDK's internals have changed: a thread did not start");
    } catch (IllegalAccessException _) {
      return new Found(
          Optional.empty(), "java.lang is closed: add --add-opens java.base/java.lang=ALL-UNNAMED");
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new Found(Optional.empty(), "the JDK's internals have changed: " + e.getMessage());
    }
  }

  private static LoopThreads open(String builders) throws ReflectiveOperationException {
    var lookup = MethodHandles.lookup();
    var inBuilders = MethodHandles.privateLookupIn(Class.forName(builders), lookup);
    var inThreads = MethodHandles.privateLookupIn(Class.forName("java.lang.VirtualThread"), lookup);
    var newThread =
        inBuilders.findStatic(
            inBuilders.lookupClass(),
            "newVirtualThread",
            methodType(Thread.class, Executor.class, String.class, int.class, Runnable.class));
    var scheduler =
        inThreads.findStatic(
            inThreads.lookupClass(), "defaultScheduler", methodType(Executor.class));
    return new LoopThreads(newThread, invoke(scheduler));
  }

  private static Executor invoke(MethodHandle scheduler) throws ReflectiveOperationException {
    try {
      return (Executor) scheduler.invokeExact();
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
  }

  /** Whether a thread really runs where the executor says. */
  private boolean works() {
    var tasks = new AtomicInteger();
    var ran = new CountDownLatch(1);
    Executor counting =
        task -> {
          tasks.incrementAndGet();
          jdkScheduler.execute(task);
        };
    newThread(counting, ran::countDown).start();
    try {
      return ran.await(PROBE_SECONDS_MAX, TimeUnit.SECONDS) && tasks.get() > 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A virtual thread, not started, whose every segment is a task given to {@code scheduler}. */
  Thread newThread(Executor scheduler, Runnable work) {
    try {
      return (Thread)
          newThread.invokeExact(scheduler, (String) null, NO_THREAD_LOCALS_INHERITED, work);
    } catch (Throwable e) {
      throw new IllegalStateException("no virtual thread", e);
    }
  }

  /** Where the JDK runs virtual threads. */
  Executor jdkScheduler() {
    return jdkScheduler;
  }
}
