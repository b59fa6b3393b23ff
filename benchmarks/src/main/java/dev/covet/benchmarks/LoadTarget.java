package dev.covet.benchmarks;

import dev.covet.benchmarks.workload.ByHand;

/** The load target: {@code ./covet run bench}. */
public final class LoadTarget {
  private LoadTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    ByHand.app().run(args);
  }
}
