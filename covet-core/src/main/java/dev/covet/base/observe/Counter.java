package dev.covet.base.observe;

import java.util.concurrent.atomic.LongAdder;

/** Counts events; it never goes down. Safe for use by many threads. */
public final class Counter implements Series {
  private final Id id;
  private final LongAdder count = new LongAdder();

  Counter(Id id) {
    this.id = id;
  }

  /** Counts so many events, at least 0. */
  public void add(long events) {
    if (events < 0) throw new IllegalArgumentException("a counter never goes down");
    count.add(events);
    if (id.isHeard()) id.tell(each -> each.counted(id.name(), id.labels(), events));
  }

  @Override
  public double value() {
    return count.sum();
  }

  @Override
  public Metric read() {
    return new Metric.Count(id.name(), id.labels(), count.sum());
  }
}
