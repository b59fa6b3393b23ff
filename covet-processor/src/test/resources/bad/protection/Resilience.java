package dev.covet.resilience;

import dev.covet.api.Provides;

@Provides
public final class Resilience {
  Resilience() {}
}
