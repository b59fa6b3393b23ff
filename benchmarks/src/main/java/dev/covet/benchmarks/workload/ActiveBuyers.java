package dev.covet.benchmarks.workload;

import dev.covet.api.Forbidden;

/** Lets those in who may order. */
public final class ActiveBuyers {
  void check(Buyer buyer) throws Forbidden {
    if (!buyer.isActive()) throw new Forbidden("Orders are closed to you");
  }
}
