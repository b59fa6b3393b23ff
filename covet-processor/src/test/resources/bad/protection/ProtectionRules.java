package dev.covet.resilience;

public final class ProtectionRules {
  private ProtectionRules() {}
}
