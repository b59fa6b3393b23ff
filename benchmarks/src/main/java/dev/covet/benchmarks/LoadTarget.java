package dev.covet.benchmarks;

import dev.covet.app.Covet;
import dev.covet.benchmarks.workload.Echo;
import dev.covet.benchmarks.workload.Probe;
import dev.covet.benchmarks.workload.Workload;

/** The load target: {@code ./covet run bench}. */
public final class LoadTarget {
  private LoadTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    Covet.app().add(Workload.class, Echo.class, Probe.class).run(args);
  }
}
