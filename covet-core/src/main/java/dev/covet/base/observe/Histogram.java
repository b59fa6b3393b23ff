package dev.covet.base.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How values are spread: how many are at most so large, for some bounds. Times have bounds from 5
 * ms to 10 s, sizes from 256 bytes to 16 MiB. Safe for use by many threads.
 */
public final class Histogram implements Series {
  private static final double NANOS = 1e9;
  private static final long[] MILLIS = {5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000};
  private static final long[] SECONDS =
      LongStream.of(MILLIS).map(millis -> millis * 1_000_000).toArray();
  private static final long[] BYTES = LongStream.iterate(256, i -> i * 4).limit(9).toArray();

  private final Id id;

  /** What a unit is in the whole numbers that are kept: nanoseconds in a second, or 1. */
  private final double unit;

  private final long[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  Histogram(Id id) {
    var isTime = id.name().endsWith("_seconds");
    this.id = id;
    this.unit = isTime ? NANOS : 1;
    this.bounds = isTime ? SECONDS : BYTES;
    this.counts =
        Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
  }

  /** Adds a value in the unit of the name: seconds, or bytes. */
  public void add(double value) {
    put(Math.round(value * unit));
  }

  /** Adds a length of time. */
  public void add(Duration time) {
    addNanos(time.toNanos());
  }

  /** Adds a length of time in nanoseconds, to a histogram of seconds. */
  public void addNanos(long nanos) {
    put(nanos);
  }

  private void put(long value) {
    var i = 0;
    while (i < bounds.length && value > bounds[i]) i++;
    counts[i].increment();
    sum.add(value / unit);
    if (id.isHeard()) id.tell(each -> each.measured(id.name(), id.labels(), value / unit));
  }

  @Override
  public double value() {
    return Arrays.stream(counts).mapToLong(LongAdder::sum).sum();
  }

  @Override
  public Metric read() {
    var buckets = new ArrayList<Metric.Bucket>();
    var count = 0L;
    for (var i = 0; i < counts.length; i++) {
      count += counts[i].sum();
      var most = i < bounds.length ? bounds[i] / unit : Double.POSITIVE_INFINITY;
      buckets.add(new Metric.Bucket(most, count));
    }
    return new Metric.Spread(id.name(), id.labels(), buckets, sum.sum());
  }
}
