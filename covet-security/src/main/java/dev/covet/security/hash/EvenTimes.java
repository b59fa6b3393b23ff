package dev.covet.security.hash;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of hashes that logins have met: methods, and what they cost. Where a setting has
 * changed, old hashes are cheaper or dearer than new ones, so whoever fails waits for one of each:
 * else the time would tell which accounts there are. Thread-safe.
 */
public final class EvenTimes {
  /** Most kinds that are made equal. */
  private static final int MOST = 4;

  private volatile List<String> all;

  /**
   * One for now.
   *
   * @param usual a hash of nobody, as new ones are made
   */
  public EvenTimes(String usual) {
    this.all = List.of(usual);
  }

  /**
   * A hash of nobody for each kind but one.
   *
   * @param kind a hash of nobody, as that is which was looked at; empty for none
   */
  public List<String> besides(String kind) {
    if (!kind.isEmpty() && !all.contains(kind)) add(kind);
    return all.stream().filter(each -> !each.equals(kind)).toList();
  }

  private synchronized void add(String kind) {
    if (all.contains(kind) || all.size() == MOST) return;
    all = Stream.concat(all.stream(), Stream.of(kind)).toList();
  }
}
