package dev.covet.base.loop;

import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Metrics;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bounded pool of platform threads with a bounded queue, for work that would hold up an event
 * loop: blocking calls, or calculations. Threads end after a minute without work. Safe for use by
 * many threads.
 */
public final class Pool implements AutoCloseable {
  private static final int IDLE_SECONDS_MAX = 60;

  private final String name;
  private final ThreadGroup group;
  private final ThreadPoolExecutor threads;
  private final Counter refused;

  /**
   * Makes a pool; threads start when there is work.
   *
   * @param name for thread names and metrics
   * @param threadsMax most threads at once, from 1
   * @param queueMax most tasks that wait for a thread, from 1
   */
  public Pool(String name, int threadsMax, int queueMax) {
    this(name, threadsMax, queueMax, new Metrics());
  }

  /**
   * As {@link #Pool(String, int, int)}, with threads and tasks that are counted.
   *
   * @param metrics where; its series stay when the pool is closed
   */
  public Pool(String name, int threadsMax, int queueMax, Metrics metrics) {
    this.name = name;
    this.group = new ThreadGroup("covet-" + name);
    this.refused = metrics.counter("pool_tasks_refused_total", "pool", name);
    this.threads =
        new ThreadPoolExecutor(
            threadsMax,
            threadsMax,
            IDLE_SECONDS_MAX,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(queueMax),
            numbered(group));
    threads.allowCoreThreadTimeOut(true);
    metrics.gauge("pool_threads_active", this::active, "pool", name);
    metrics.gauge("pool_threads_idle", this::idle, "pool", name);
    metrics.gauge("pool_tasks_waiting", this::waiting, "pool", name);
  }

  /**
   * Threads that find classes as the maker of the pool does, whoever has them made by a first task.
   * The JDK's own factory that counts links method handles for its sum, at every start.
   */
  static ThreadFactory numbered(ThreadGroup group) {
    var count = new AtomicInteger();
    var classes = Thread.currentThread().getContextClassLoader();
    return task -> {
      var name = group.getName() + "-" + count.incrementAndGet();
      var thread = Thread.ofPlatform().group(group).daemon().name(name).unstarted(task);
      thread.setContextClassLoader(classes);
      return thread;
    };
  }

  /** Threads of a pool for calculations: one fewer than there are cores, at least 1. */
  public static int cpuThreads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /**
   * Runs a task on a thread of the pool.
   *
   * @throws PoolFull if all threads are busy and the queue is full, or the pool is closed
   */
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException _) {
      refused.add(1);
      throw new PoolFull(name);
    }
  }

  /**
   * Runs a task on a thread of the pool and waits for its result.
   *
   * @throws PoolFull if all threads are busy and the queue is full, or the pool is closed
   * @throws InterruptedException if the caller is interrupted; the task is then interrupted, too
   * @throws java.util.concurrent.CancellationException if the pool is closed before it runs
   * @throws Exception what the task threw
   */
  public <T> T call(Callable<T> task) throws Exception {
    var future = new FutureTask<>(task);
    execute(future);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      threads.remove(future); // or what nobody waits for would keep others out
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) throw error;
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /**
   * Takes a task out of the line that was to be executed; false if it has begun, or is not there.
   */
  public boolean forget(Runnable task) {
    return threads.remove(task);
  }

  /** What thread names and metrics call this pool. */
  public String name() {
    return name;
  }

  /** Whether the calling thread is one of this pool. */
  public boolean isHere() {
    return group.equals(Thread.currentThread().getThreadGroup());
  }

  /** Number of tasks that run now. */
  public int active() {
    return threads.getActiveCount();
  }

  /** Number of threads that are there without a task. */
  public int idle() {
    return Math.max(0, threads.getPoolSize() - threads.getActiveCount());
  }

  /** Number of tasks that wait for a thread. */
  public int waiting() {
    return threads.getQueue().size();
  }

  /** Number of tasks that were refused so far. */
  public long refused() {
    return (long) refused.value();
  }

  /** Refuses further tasks, interrupts those that run, and cancels those that wait. */
  @Override
  public void close() {
    for (var waiting : threads.shutdownNow()) {
      if (waiting instanceof Future<?> task) task.cancel(false);
    }
  }
}
