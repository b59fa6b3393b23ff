package shop;

import dev.covet.api.Provides;

final class Wiring {
  private Wiring() {}

  @Provides
  static Stock stock(Keys keys) {
    return new Stock(keys);
  }
}
