package dev.covet.base.observe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements that one request has databases run for its rows, by their texts; those that begin
 * and end transactions are not among them. Whoever wants to know them notes a log in the request's
 * context before it is handled, as the test client does; sessions add to it. Thread-safe.
 */
public final class StatementLog {
  /** Most different texts that are kept; further ones are only counted. */
  static final int TEXTS_MAX = 1_000;

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int count;

  /** Makes a log with nothing in it. */
  public StatementLog() {}

  /** Adds a statement that runs; its values are not kept. */
  public synchronized void add(String text) {
    count++;
    if (counts.size() < TEXTS_MAX || counts.containsKey(text)) counts.merge(text, 1, Integer::sum);
  }

  /** The number of statements so far. */
  public synchronized int count() {
    return count;
  }

  /** How often each text ran, in the order in which they first did; a copy. */
  public synchronized Map<String, Integer> counts() {
    return new LinkedHashMap<>(counts);
  }
}
