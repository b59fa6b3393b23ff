package dev.covet.base.loop;

import dev.covet.base.limit.LimitSource;

/**
 * How much of an app's work that would hold up an event loop may be done, and wait, at once.
 *
 * @param blockingThreadsMax threads of the pool for what holds its thread
 * @param blockingQueueMax tasks that wait for one of these
 * @param cpuThreadsMax threads of the pool for calculations
 * @param cpuQueueMax tasks that wait for one of these
 */
public record PoolLimits(
    int blockingThreadsMax, int blockingQueueMax, int cpuThreadsMax, int cpuQueueMax) {
  private static final int THREADS_MAX = 10_000;
  private static final int QUEUE_MAX = 1_000_000;
  private static final int BLOCKING_THREADS = 64;
  private static final int BLOCKING_QUEUE = 1_024;
  private static final int CPU_QUEUE = 256;

  /** The usual ones. */
  public static final PoolLimits DEFAULT = from(LimitSource.USUAL);

  /** Those of an app. */
  public static PoolLimits from(LimitSource limits) {
    return new PoolLimits(
        limits.count("blockingThreadsMax", BLOCKING_THREADS, THREADS_MAX),
        limits.count("blockingQueueMax", BLOCKING_QUEUE, QUEUE_MAX),
        limits.count("cpuThreadsMax", Pool.cpuThreads(), THREADS_MAX),
        limits.count("cpuQueueMax", CPU_QUEUE, QUEUE_MAX));
  }
}
