package dev.covet.resilience;

public final class LimitedRoute {
  private LimitedRoute() {}
}
