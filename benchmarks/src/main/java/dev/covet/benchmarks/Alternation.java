package dev.covet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two things measured in turn, so that what disturbs the machine for a while disturbs both.
 *
 * @param <T> what is measured of each, once in each round
 */
record Alternation<T>(List<T> ones, List<T> others) {
  /** Something that is measured once. */
  @FunctionalInterface
  interface Measured<T> {
    T once() throws IOException;
  }

  /** Measures both, and drops the first rounds. */
  static <T> Alternation<T> of(int warmUp, int rounds, Measured<T> one, Measured<T> other)
      throws IOException {
    var ones = new ArrayList<T>();
    var others = new ArrayList<T>();
    for (var round = 0; round < warmUp + rounds; round++) {
      ones.add(one.once());
      others.add(other.once());
    }
    var end = warmUp + rounds;
    return new Alternation<>(ones.subList(warmUp, end), others.subList(warmUp, end));
  }
}
