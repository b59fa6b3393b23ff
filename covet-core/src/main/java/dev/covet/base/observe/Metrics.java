package dev.covet.base.observe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/**
 * What one running app counts and measures, in memory: counters, gauges, histograms. Names and
 * labels are those of Prometheus; an exporter reads {@link #all}, or listens to each event. Names
 * are chosen by code and label values are members of small sets, never what a client sent; the
 * number of series is bounded all the same. Cheap: an event is an addition, and one look whether
 * anybody listens. Safe for use by many threads.
 *
 * <p>Labels are names and values by turns: {@code metrics.count("orders_total", "country", "PT")}.
 */
public final class Metrics {
  /** Most series unless {@code METRIC_SERIES_MAX} says otherwise. */
  public static final int SERIES_MAX = 10_000;

  /** Most names, whatever the number of series may be. */
  private static final int NAMES_MAX = 1_000;

  /** The value of each label of the series that stands for all that found no room. */
  public static final String OTHER = "_OTHER";

  static final String LIMIT_HITS = "limit_hits_total";

  private final int seriesMax;
  private final Map<String, Family> families = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final CopyOnWriteArrayList<MetricListener> listeners = new CopyOnWriteArrayList<>();

  /** Metrics with at most {@link #SERIES_MAX} series. */
  public Metrics() {
    this(SERIES_MAX);
  }

  /**
   * Metrics of which nothing has happened yet.
   *
   * @param seriesMax most series, the labels of all names together; further ones of a name are one
   */
  public Metrics(int seriesMax) {
    this.seriesMax = seriesMax;
  }

  /**
   * Counts one event.
   *
   * @param name in snake case, ending in {@code _total}
   * @param labels names and values by turns, the same names at every call
   * @throws IllegalArgumentException if the name or the labels are not as said here
   */
  public void count(String name, String... labels) {
    counter(name, labels).add(1);
  }

  /**
   * A counter, to be kept where events are frequent; always the same for a name and labels.
   *
   * @throws IllegalArgumentException as {@link #count} does
   */
  public Counter counter(String name, String... labels) {
    return (Counter) family(Family.Kind.COUNTER, name, labels).series(labels);
  }

  /**
   * A histogram, to be kept where events are frequent; always the same for a name and labels.
   *
   * @param name in snake case, ending in its unit, {@code _seconds} or {@code _bytes}
   * @throws IllegalArgumentException as {@link #count} does
   */
  public Histogram histogram(String name, String... labels) {
    return (Histogram) family(Family.Kind.HISTOGRAM, name, labels).series(labels);
  }

  /**
   * Has a value read whenever the metrics are; of several for the same labels the last one is.
   *
   * @param name in snake case
   * @param value quick, and called by any thread
   * @throws IllegalArgumentException as {@link #count} does
   */
  public void gauge(String name, DoubleSupplier value, String... labels) {
    ((Gauge) family(Family.Kind.GAUGE, name, labels).series(labels)).reads(value);
  }

  /** Counts that a limit of this name, such as {@code BODY_BYTES_MAX}, was reached. */
  public void limitHit(String limit) {
    count(LIMIT_HITS, "limit", limit);
  }

  /**
   * What a counter or a gauge stands at, or how many values a histogram has; 0 for what has not
   * happened.
   */
  public double value(String name, String... labels) {
    var family = families.get(name);
    return family == null ? 0 : family.value(labels);
  }

  /** Everything as it is at this moment, sorted by name, then by labels. */
  public List<Metric> all() {
    return new TreeMap<>(families).values().stream().flatMap(Family::read).toList();
  }

  /** Tells a listener of every further event, in the thread in which it happens. */
  public void listen(MetricListener listener) {
    listeners.add(listener);
  }

  CopyOnWriteArrayList<MetricListener> listeners() {
    return listeners;
  }

  private Family family(Family.Kind kind, String name, String... labels) {
    var family = families.get(name);
    if (family == null) family = newFamily(kind, name, labels);
    family.check(kind, labels);
    return family;
  }

  /** Beyond the bound, which only code that makes up names can reach, what happens is lost. */
  private Family newFamily(Family.Kind kind, String name, String... labels) {
    var made = new Family(this, kind, name, labels);
    if (families.size() >= NAMES_MAX && !name.equals(LIMIT_HITS)) return made.lost();
    var before = families.putIfAbsent(name, made);
    return before == null ? made : before;
  }

  /** Whether there is room for one more series; then it is taken. */
  boolean takesOne() {
    var fits = count.incrementAndGet() <= seriesMax;
    if (!fits) count.decrementAndGet();
    return fits;
  }
}
