package dev.covet.base.loop;

import dev.covet.base.observe.Metrics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The pools beside the event loops of an app. Thread-safe. */
final class Pools implements AutoCloseable {
  private final Metrics metrics;
  private final List<Pool> all = new CopyOnWriteArrayList<>();
  private final Pool blocking;
  private final Pool cpu;

  Pools(PoolLimits limits, Metrics metrics) {
    this.metrics = metrics;
    this.blocking = made("blocking", limits.blockingThreadsMax(), limits.blockingQueueMax());
    this.cpu = made("cpu", limits.cpuThreadsMax(), limits.cpuQueueMax());
  }

  Pool blocking() {
    return blocking;
  }

  Pool cpu() {
    return cpu;
  }

  /** A further one, with a number behind its name if there is one of that name already. */
  synchronized Pool made(String name, int threadsMax, int queueMax) {
    var pool = new Pool(ownName(name), threadsMax, queueMax, metrics);
    all.add(pool);
    return pool;
  }

  private String ownName(String name) {
    return IntStream.rangeClosed(1, all.size() + 1)
        .mapToObj(n -> n == 1 ? name : name + "-" + n)
        .filter(own -> all.stream().noneMatch(pool -> pool.name().equals(own)))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    all.forEach(Pool::close);
  }
}
