package dev.covet.base.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts events by name, in memory. Names are chosen by code, never by clients, so their number is
 * bounded. Safe for use by many threads.
 */
public final class Counters {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** Makes counters that all stand at 0. */
  public Counters() {}

  /** Counts one event. */
  public void add(String name) {
    counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
  }

  /** Counts one event of a kind, as {@code name{label="value"}}. */
  public void add(String name, String label, String value) {
    add(labelled(name, label, value));
  }

  /** Counts that a limit of this name (upper snake case, security.md) was reached. */
  public void limitHit(String limit) {
    add("limit_hits_total", "limit", limit);
  }

  /** How often a limit of this name was reached. */
  public long limitHits(String limit) {
    return count(labelled("limit_hits_total", "limit", limit));
  }

  /** How often an event happened; 0 for one that never did. */
  public long count(String name) {
    var count = counts.get(name);
    return count == null ? 0 : count.sum();
  }

  /** All counts at this moment, sorted by name. */
  public Map<String, Long> all() {
    var all = new TreeMap<String, Long>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }

  private static String labelled(String name, String label, String value) {
    return name + "{" + label + "=\"" + value + "\"}";
  }
}
