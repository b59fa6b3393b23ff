package dev.covet.resilience;

public final class Resilience {
  private Resilience() {}
}
