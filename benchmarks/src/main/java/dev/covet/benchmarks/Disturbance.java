package dev.covet.benchmarks;

import java.util.function.Consumer;

/**
 * Listens to the log of a server on its loops: a route that was moved off them, as on a busy
 * machine, no longer measures them. Thread-safe.
 */
final class Disturbance implements Consumer<String> {
  private volatile boolean heard;

  @Override
  public void accept(String line) {
    Bench.progress(line);
    if (line.contains("held up its thread")) heard = true;
  }

  /** What is added to the figures of that server. */
  String note() {
    return heard ? ", a route left its loop meanwhile" : "";
  }
}
