package dev.covet.resilience;

public final class ProtectedRoute {
  private ProtectedRoute() {}
}
