package dev.covet.base.observe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All series of one name: one for each choice of label values. Safe for use by many threads. */
final class Family {
  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]*");

  private final Metrics metrics;
  private final Kind kind;
  private final String name;
  private final List<String> labels;
  private final Map<List<String>, Series> series = new ConcurrentHashMap<>();

  private boolean lost;

  Family(Metrics metrics, Kind kind, String name, String... labels) {
    this.metrics = metrics;
    this.kind = kind;
    this.name = name;
    this.labels = every(0, labels);
    check(kind, labels);
    if (!kind.name.matcher(name).matches()) throw wrong("is not named as it must be: " + kind.what);
    for (var label : this.labels) {
      if (!LABEL.matcher(label).matches())
        throw wrong("has the label " + label + ", which is not in snake case");
    }
  }

  /** What a name stands for, and how it is written. */
  enum Kind {
    COUNTER("[a-z][a-z0-9_]*_total", "a counter is in snake case and ends in _total"),
    GAUGE("[a-z][a-z0-9_]*", "a gauge is in snake case"),
    HISTOGRAM(
        "[a-z][a-z0-9_]*_(seconds|bytes)",
        "a histogram is in snake case and ends in _seconds or _bytes");

    private final Pattern name;
    private final String what;

    Kind(String name, String what) {
      this.name = Pattern.compile(name);
      this.what = what;
    }
  }

  void check(Kind asked, String... pairs) {
    if (pairs.length % 2 != 0) throw wrong("has a label without a value");
    if (asked != kind) throw wrong("is a " + kind + ", not a " + asked);
    if (!labels.equals(every(0, pairs))) throw wrong("has the labels " + labels);
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("The metric " + name + " " + why);
  }

  /** The series of these values, or the one of all that found no room. */
  Series series(String... pairs) {
    var values = every(1, pairs);
    var found = series.get(values);
    if (found == null) found = series.computeIfAbsent(values, _ -> hasRoom() ? made(values) : null);
    return found == null ? other() : found;
  }

  /** Limits have few names, and the one that is reached here must be counted, too. */
  private boolean hasRoom() {
    return name.equals(Metrics.LIMIT_HITS) || (!lost && metrics.takesOne());
  }

  /** This, which nobody will find again, so that it takes no room. */
  Family lost() {
    lost = true;
    return this;
  }

  private Series other() {
    metrics.limitHit("METRIC_SERIES_MAX");
    var values = Collections.nCopies(labels.size(), Metrics.OTHER);
    return series.computeIfAbsent(values, this::made);
  }

  private Series made(List<String> values) {
    var told = new LinkedHashMap<String, String>();
    for (var i = 0; i < values.size(); i++) told.put(labels.get(i), values.get(i));
    var id = new Series.Id(name, Collections.unmodifiableMap(told), metrics.listeners());
    return switch (kind) {
      case COUNTER -> new Counter(id);
      case GAUGE -> new Gauge(id);
      case HISTOGRAM -> new Histogram(id);
    };
  }

  double value(String... pairs) {
    var found = series.get(every(1, pairs));
    return found == null ? 0 : found.value();
  }

  Stream<Metric> read() {
    var sorted = new TreeMap<String, Series>();
    series.forEach((values, each) -> sorted.put(String.join("\0", values), each));
    return sorted.values().stream().map(Series::read);
  }

  /** Each second text, from one on. */
  private static List<String> every(int from, String... pairs) {
    if (pairs.length == 0) return List.of();
    var every = new ArrayList<String>(pairs.length / 2);
    for (var i = from; i < pairs.length; i += 2) every.add(pairs[i]);
    return List.copyOf(every);
  }
}
