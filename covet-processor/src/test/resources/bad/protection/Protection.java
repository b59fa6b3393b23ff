package dev.covet.resilience;

public final class Protection {
  private Protection() {}
}
