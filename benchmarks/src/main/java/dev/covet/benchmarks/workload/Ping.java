package dev.covet.benchmarks.workload;

import dev.covet.api.Get;
import dev.covet.api.Public;
import dev.covet.api.Routes;

/** What answers as soon as it can. */
@Public
@Routes
public final class Ping {
  /** A word. */
  @Get("/ping")
  String ping() {
    return "pong";
  }
}
