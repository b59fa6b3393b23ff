package dev.covet.client;

import dev.covet.api.Provides;
import dev.covet.base.observe.Metrics;

/** Provides what calls other services. */
final class ClientServices {
  private ClientServices() {}

  @Provides
  static Http http(HttpLimits limits, Metrics metrics) {
    return new Http(limits, metrics, Dialer.system());
  }
}
