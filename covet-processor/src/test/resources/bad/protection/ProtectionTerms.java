package dev.covet.resilience;

public final class ProtectionTerms {
  private ProtectionTerms() {}
}
