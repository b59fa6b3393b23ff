package dev.covet.benchmarks;

import dev.covet.app.Covet;
import dev.covet.benchmarks.workload.Buyer;
import dev.covet.benchmarks.workload.SignedOrders;
import dev.covet.security.Jwt;

/** Orders of those who are signed in. */
public final class SignedTarget {
  private SignedTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    Covet.app().install(Jwt.of(Buyer.class)).add(SignedOrders.class).run(args);
  }
}
